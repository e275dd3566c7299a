"""What tables of mixed events must hold, worked out from the events alone.

    python3 truth.py EVENTS_IN > EVENTS_OUT     puts hostile texts into generated events

A reader's test gives `check` what it read; every cell is compared, and sums are exact.
"""
import json, sys
from decimal import Decimal

COLUMNS = ("id type timestamp response_timestamp conversation request_id user user.email user.role team org provider "
           "model gateway config_version outcome policies[].name policies[].verdict policies[].reason reason input "
           "output tokens.input tokens.output cost latency_ms citations[] citations[].version content_hashes.input "
           "content_hashes.output escalation.reviewer escalation.decision escalation.decided_at").split()
NUMBERS = ("tokens.input", "tokens.output", "cost")
VERDICTS = {"pass": "allowed", "block": "blocked", "redact": "redacted", "modified": "modified", "escalate": "escalated"}
HOSTILE = ['=1+1', "'=1", '+x', '-1', '@a', '\t=1', ' \u3000＝1', 'a,b', 'a;b', '"', '""', '"a", "b"', 'a\nb', 'a\r\nb', '\r', '\\.',
           '\\N', '\\', 'NULL', 'null', 'true', '1e400', '00', ' x ', '', '\x1b[31m', '\x7f\x85\u2028\u202e\u2066', '😀', '{"a":1}', "'"]


def plain(name): return name.replace("[]", "").replace(".", "_")


def read(lines): return [json.loads(line, parse_float=str, parse_int=str) for line in lines]


def joined(values):
    if not any(value is not None for value in values): return None
    return ";".join("" if value is None else value.replace("\\", "\\\\").replace(";", "\\;") or "\\e" for value in values)


def row(event):
    user = event.get("user") or {"id": event["user_id"]}
    usage = event.get("usage") or event
    policies = event.get("policies_evaluated") or [{"name": name} for name in event.get("policies_applied") or []]
    citations = [c if isinstance(c, dict) else {"asset": c} for c in event.get("citations") or []]
    found = {name: event.get(name) for name in ("type", "timestamp", "response_timestamp", "provider", "model", "config_version", "input", "output")}
    found.update({"id": event.get("event_id") or event["id"], "type": event.get("type") or event.get("event_type"),
                  "conversation": event.get("conversation_id"), "user": user["id"], "user.email": user.get("email"),
                  "user.role": user.get("role"), "team": event.get("team") or event.get("team_id"), "outcome": event["policy_outcome"],
                  "reason": event.get("reason_code"), "tokens.input": usage["input_tokens"], "tokens.output": usage["output_tokens"],
                  "cost": event["cost_usd"], "policies[].name": joined([p["name"] for p in policies]),
                  "policies[].verdict": joined([VERDICTS.get(p.get("verdict"), p.get("verdict")) for p in policies]),
                  "policies[].reason": joined([p.get("reason") for p in policies]),
                  "citations[]": joined([c["asset"] for c in citations]), "citations[].version": joined([c.get("version") for c in citations])})
    for group in ("content_hashes", "escalation"):
        for name, value in event.get(group, {}).items(): found[f"{group}.{name}"] = value
    return [found.get(name) for name in COLUMNS]


def guarded(text):
    rest = text.lstrip("'").lstrip(" \u00a0\u3000")
    return "'" + text if rest[:1] and rest[0] in "=+-@\t\r\n＝＋－＠" else text


def rows(path="events.jsonl", guard=True, empty=None):
    """The cells; with `guard` as spreadsheets get them; `empty` is what null and "" look like to a reader that can't tell."""
    with open(path, encoding="utf-8", newline="") as file: events = read(file.read().split("\n")[:-1])
    table = [row(event) for event in events]
    for cells in table:
        for index, (name, cell) in enumerate(zip(COLUMNS, cells)):
            if cell is None: cells[index] = empty
            elif guard and name not in NUMBERS: cells[index] = guarded(cell)
    return table


def check(name, found, expected):
    """Compares every cell, and the sums of the numbers as decimals."""
    found, expected = [list(cells) for cells in found], [list(cells) for cells in expected]
    assert len(found) == len(expected), f"{name}: {len(found)} rows of {len(expected)}"
    for number, (left, right) in enumerate(zip(found, expected), 1):
        for column, a, b in zip(COLUMNS, left, right):
            if column in NUMBERS and a is not None and b is not None: a, b = Decimal(a), Decimal(b)
            assert a == b, f"{name}: row {number}, {column}: {a!r} instead of {b!r}"
        assert len(left) == len(right) == len(COLUMNS)
    print(f"{name}: {len(found)} rows, {len(found) * len(COLUMNS)} cells", end="")
    for column in NUMBERS: print(f", {column} {sum(Decimal(cells[COLUMNS.index(column)]) for cells in found)}", end="")
    print()


if __name__ == "__main__":
    for number, line in enumerate(open(sys.argv[1], encoding="utf-8")):
        if number % 4 == 0:
            event = json.loads(line)
            event["input"] = HOSTILE[number // 4 % len(HOSTILE)]
            event["reason_code"] = HOSTILE[(number // 4 * 7 + 3) % len(HOSTILE)]
            line = json.dumps(event, ensure_ascii=False) + "\n"
        sys.stdout.write(line)
