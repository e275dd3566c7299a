"""What typed tables of events must hold: beside each number and time, which a type may not hold, its text.

    python3 typed.py >> EVENTS         writes events with values at the edges of types
    python3 typed.py columns DIALECT   the expressions that a reader selects, for `check`

A list is an array, a number and a time a pair of what the type holds and of the text, times in microseconds.
"""
import json, re, sys
from datetime import datetime, timezone
from decimal import Context, Decimal

import truth

TIMES = ("timestamp", "response_timestamp", "escalation.decided_at")
NUMBERS = truth.NUMBERS + ("latency_ms",)
LISTS = [name for name in truth.COLUMNS if name.startswith(("policies", "citations"))]
EDGES = {
    "cost_usd": ["1e400", "1e-400", "-0", "1.10", "12345678901234567890", "123456789012345678901", "1.5e-05", "2E3", "0.1e-1",
                 "0.0000000000000000001", "99999999999999999999.999999999999999999", "0.1234567890123456785", "1e19", "1e20", "7.000000000000000000000"],
    "timestamp": ["2026-03-31T23:59:59.999999999Z", "2026-03-31t23:59:59.9999996z", "2016-12-31T23:59:60Z", "2016-12-31T15:59:60.5-08:00",
                  "2026-01-01T12:00:60Z", "2026-02-30T00:00:00Z", "2026-02-28", "2026-01-01 00:30:00+01:00", "2026-01-01T24:00:00Z", "yesterday",
                  "infinity", "", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.9999999Z", "2026-01-01T00:00:00"],
    "input": ["\0", "a\0b\nc", "a\n\\.\nb", "\n\x01\\.\n", "\ud800", "\ud83d\ude00", "\udfff;\\", "\r", "\x01\x02\x7f", "x" * 3_000_000, "';--", "$$ $1 \\1 :name"],
    "policies_applied": [[], [""], ["a", "", ";", "\\", "\\;", "\\e", "\n;"], ["\0", "\ud800", "'"], ["\\"]],
}


def edges():
    """Events of one shape, each with a value at an edge."""
    for field, values in EDGES.items():
        for number, value in enumerate(values):
            event = {"id": f"{field}-{number}", "user_id": "u", "policy_outcome": "allowed", "input_tokens": 1, "output_tokens": 2, "cost_usd": "0.5", field: value}
            cost = event.pop("cost_usd")
            yield json.dumps(event)[:-1] + f', "cost_usd": {cost}}}'


def micros(text):
    """The instant of RFC 3339 as the tools read it, cut to microseconds; None where it is none."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d):(\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d))?", text or "")
    if not found: return None
    day, minute, second, fraction, zone = found.groups()
    leap = second == "60"
    if leap: second, fraction = "59", None
    zone = "+00:00" if zone in (None, "Z", "z") else zone
    try: at = datetime.fromisoformat(f"{day}T{minute or '00:00'}:{second or '00'}{zone}").astimezone(timezone.utc)
    except ValueError: return None
    if leap and (at.hour, at.minute) != (23, 59): return None
    since = at - datetime(1970, 1, 1, tzinfo=timezone.utc)
    return (since.days * 86_400 + since.seconds + leap) * 1_000_000 + int(((fraction or "") + "000000")[:6])


def decimal(text, digits):
    """The number, or None where `digits` before and 18 behind the point do not hold all of it."""
    value = Decimal(text)
    if digits and value and (value.adjusted() >= digits or value.normalize(Context(prec=9999)).as_tuple().exponent < -18): return None
    return value


def texts(cell, nul, escape="\\"):
    """A text as UTF-8 and the reader hold it: lone surrogates, and NUL where it must be, as their escapes."""
    if cell is None: return None
    cell = re.sub("[\ud800-\udfff]", lambda half: escape + "u%04x" % ord(half[0]), cell)
    return cell.replace("\0", escape + "u0000") if nul else cell


def expected(path="events.jsonl", nul=False, digits=20):
    for cells in truth.rows(path, guard=False):
        row = []
        for name, cell in zip(truth.COLUMNS, cells):
            # Lists are compared as they are joined, which doubles a backslash.
            text = texts(cell, nul, "\\\\" if name in LISTS else "\\")
            if name in TIMES: row.append([micros(cell), text])
            elif name in NUMBERS: row.append([None if cell is None else decimal(cell, digits), text])
            else: row.append(text)
        yield row


def columns(dialect):
    micro = {"duckdb": "epoch_us({})", "postgresql": "(extract(epoch from {}) * 1000000)::bigint"}[dialect]
    pair = {"duckdb": "to_json([{}::VARCHAR, {}])", "postgresql": "json_build_array({}::text, {})"}[dialect]
    for name in map(truth.plain, truth.COLUMNS):
        quoted, text = f'"{name}"', f'"{name}_text"'
        if name in map(truth.plain, TIMES): yield pair.format(micro.format(quoted), text)
        elif name in NUMBERS or name.startswith("tokens"): yield pair.format(quoted, text)
        else: yield quoted


def check(title, found, **how):
    """Compares rows in the order of `columns`; pairs may be JSON."""
    wanted, found = list(expected(**how)), list(found)
    assert len(found) == len(wanted), f"{title}: {len(found)} rows of {len(wanted)}"
    typed = 0
    for number, (cells, right) in enumerate(zip(found, wanted), 1):
        assert len(cells) == len(right) == len(truth.COLUMNS)
        for name, cell, want in zip(truth.COLUMNS, cells, right):
            if name in TIMES + NUMBERS:
                if isinstance(cell, str): cell = json.loads(cell)
                value = Decimal(cell[0]) if cell[0] is not None else None
                cell, typed = [value, cell[1]], typed + (value is not None)
            elif name in LISTS: cell = None if cell is None else truth.joined(cell) or ""
            assert cell == want, f"{title}: row {number}, {name}: {str(cell)[:80]!r} instead of {str(want)[:80]!r}"
    print(f"{title}: {len(found)} rows, {len(found) * len(truth.COLUMNS)} cells are what the events say, {typed} of them typed")


if __name__ == "__main__":
    print("\n".join(edges()) if len(sys.argv) == 1 else ", ".join(columns(sys.argv[2])))
