"""Compares what rsyslog received with the events, and shows the fields of the small ones."""
import json

with open("events.jsonl", encoding="utf-8", newline="\n") as file:
    events = [line.strip() for line in file]
with open("received.jsonl", encoding="utf-8", newline="\n") as file:
    received = [json.loads(line) for line in file]
for event, message in zip(events, received):
    text = message.pop("message")
    # rsyslog keeps the space that RFC 5424 has before the text.
    if text.removeprefix(" ") != event:
        print("another event:", text[:200])
    if not message["time"].endswith("Z"):
        message["time"] = "that of receipt"
    print(json.dumps(message))
print(len(events), "sent,", len(received), "received")
