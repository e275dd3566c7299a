"""Compares each redacted event with what it has to be: planted values replaced, every reviewer's
address too, the hashes of texts that changed withheld, and not a byte else."""
import json

planted = {}
for line in open("labels.jsonl", encoding="utf-8"):
    label = json.loads(line)
    planted.setdefault(label["event"], []).append(label)

wrong = values = 0
with open("events.jsonl", encoding="utf-8") as events, open("redacted.jsonl", encoding="utf-8") as new:
    for line, redacted in zip(events, new, strict=True):
        event = json.loads(line)
        for label in planted.get(event["event_id"], []):
            field, value = label["field"], label["value"]
            values += value in event[field]
            event[field] = event[field].replace(value, f"[{label['kind']}]", 1)
            event["content_hashes"][field] = "[REDACTED]"
        if "escalation" in event:
            event["escalation"]["reviewer"] = "[EMAIL_ADDRESS]"
        expected = json.dumps(event, ensure_ascii=False, separators=(",", ":")) + "\n"
        if redacted != expected:
            wrong += 1
            if wrong <= 5:
                print(f"expected {expected}     got {redacted}", end="")
print("planted values" if values else "no planted values", "and", wrong, "events that differ")
