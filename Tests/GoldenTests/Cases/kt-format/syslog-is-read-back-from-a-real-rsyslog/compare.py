"""Compares what rsyslog received with the events, and shows how it took the messages apart."""
import json, os

with open("events.jsonl", encoding="utf-8", newline="\n") as file:
    events = [line.strip() for line in file]
with open("received.jsonl", encoding="utf-8", newline="\n") as file:
    received = [json.loads(line) for line in file]
seen = []
for event, message in zip(events, received):
    # rsyslog keeps the space that RFC 5424 has before the text.
    text = message.pop("message").removeprefix(" ")
    if text != event:
        print("another event:", text[:200])
    if not message["time"].endswith("Z"):
        message["time"] = "that of receipt"
    message["fields"] = json.loads(message["fields"] or "null")
    seen.append(json.dumps(message))
print(len(events), "sent,", len(received), "received")
if os.path.exists("seen"):
    with open("seen") as file:
        print("taken apart as before" if file.read() == "\n".join(seen) else "taken apart otherwise")
else:
    print(*seen, sep="\n")
    with open("seen", "w") as file:
        file.write("\n".join(seen))
