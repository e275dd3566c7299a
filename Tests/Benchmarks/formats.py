"""Times kt-format beside DuckDB, Miller, jq, jaq and a Python loop: 12 columns to CSV, and one JSON document."""
import csv, io, json, os, shutil, subprocess, sys

from data import find_python
from timing import Command, measure, say

HEAD = ("| tool | reads MB | seconds | MB/s | CPU s | peak MiB | kt-format is | rows or events that differ |\n"
        "|---|--:|--:|--:|--:|--:|--:|--:|")

# The same twelve facts, as kt and as everybody else calls them.
COLUMNS = ["id", "timestamp", "user", "user.email", "team", "provider", "model", "outcome", "reason", "tokens.input", "tokens.output", "cost"]
PATHS = ["event_id", "timestamp", "user.id", "user.email", "team", "provider", "model", "policy_outcome", "reason_code",
         "usage.input_tokens", "usage.output_tokens", "cost_usd"]

DUCKDB_CSV = """
import duckdb, sys
if sys.argv[2] != "all": duckdb.sql("SET threads=" + sys.argv[2])
columns = ("{event_id: VARCHAR, timestamp: VARCHAR, user: 'STRUCT(id VARCHAR, email VARCHAR)', team: VARCHAR, provider: VARCHAR, model: VARCHAR,"
           " policy_outcome: VARCHAR, reason_code: VARCHAR, usage: 'STRUCT(input_tokens BIGINT, output_tokens BIGINT)', cost_usd: DOUBLE}")
duckdb.sql("COPY (SELECT event_id, timestamp, \\"user\\".id, \\"user\\".email, team, provider, model, policy_outcome, reason_code,"
           " usage.input_tokens, usage.output_tokens, cost_usd FROM read_json('" + sys.argv[1].replace("'", "''")
           + "', format='newline_delimited', columns=" + columns + ")) TO '/dev/stdout' (FORMAT csv, HEADER)")
"""

ORJSON_CSV = """
import csv, io, orjson, sys
out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="", write_through=False)
writer = csv.writer(out)
writer.writerow(sys.argv[2].split(","))
for line in open(sys.argv[1], "rb"):
    e = orjson.loads(line)
    user, usage = e.get("user") or {}, e.get("usage") or {}
    writer.writerow([e.get("event_id"), e.get("timestamp"), user.get("id"), user.get("email"), e.get("team"), e.get("provider"), e.get("model"),
                     e.get("policy_outcome"), e.get("reason_code"), usage.get("input_tokens"), usage.get("output_tokens"), e.get("cost_usd")])
out.flush()
"""

ORJSON_ENVELOPE = """
import orjson, sys
out = sys.stdout.buffer
out.write(b'{"export_id":"q1","created_at":"2026-01-01","events":[')
separator = b"\\n"
for line in open(sys.argv[1], "rb"):
    orjson.loads(line)
    out.write(separator); out.write(line.rstrip(b"\\n"))
    separator = b",\\n"
out.write(b"\\n]}\\n")
"""

JQ_CSV = "[" + ",".join("." + path for path in PATHS) + "] | @csv"
JQ_ENVELOPE = '{export_id:"q1",created_at:"2026-01-01",events:[inputs]}'


def output_of(command, path):
    """What a command writes of a small file in the place of its own."""
    stage = [path if argument == command.file else argument for argument in command.stages[0]]
    return subprocess.run(stage, stdout=subprocess.PIPE, check=True).stdout


def differing_rows(command, sample, lines):
    """How many rows of CSV do not hold the event's own values, numbers as they are spelled there."""
    def value(event, path):
        for name in path.split("."): event = (event or {}).get(name)
        return "" if event is None else event
    events = [json.loads(line, parse_float=str, parse_int=str) for line in lines]
    expected = [[value(event, path) for path in PATHS] for event in events]
    rows = list(csv.reader(io.StringIO(output_of(command, sample).decode(), newline="")))
    if rows and rows[0][0] in ("id", "event_id"): rows = rows[1:]
    return abs(len(rows) - len(expected)) + sum(row != right for row, right in zip(rows, expected))


def differing_events(command, sample, lines):
    """How many events of the document are not, byte for byte, a line of the input."""
    text = output_of(command, sample)
    json.loads(text)
    return sum(line.rstrip(b"\n") not in text for line in lines)


def table(title, commands, runs, differing, sample):
    say(title)
    with open(sample, "rb") as file: lines = file.readlines()
    measure(commands, runs)
    print(f"\n### {title}\n\n{HEAD}")
    kt = commands[0]
    for command in commands:
        ratio = "" if command is kt else f"{kt.rate / command.rate:.2f} x as fast"
        wrong = differing(command, sample, lines)
        print(f"| {command.name}{' *' if command.part else ''} | {command.bytes_read / 1e6:.0f} | {command.seconds:.2f} | {command.rate:,.0f} "
              f"| {sum(command.processor_times) / len(command.processor_times):.2f} | {command.peak_bytes / 2**20:.0f} | {ratio} "
              f"| {f'{wrong:,} of {len(lines):,}' if wrong else 'none'} |")
    sys.stdout.flush()


def compare(whole, part, folder, bin_folder, runs):
    tool = os.path.join(os.path.abspath(bin_folder), "kt-format")
    size, part_size = os.path.getsize(whole), os.path.getsize(part)
    duckdb, orjson = find_python("duckdb"), find_python("orjson")
    sample = os.path.join(folder, "sample-2000.jsonl")
    with open(whole, "rb") as source, open(sample, "wb") as out:
        for _, line in zip(range(2000), source): out.write(line)

    def command(name, stage, file=whole, slow=False):
        made = Command(name, [stage], part_size if slow else size, part=slow)
        made.file = file
        return made

    print(f"\n## Formats\n\n{size / 1e6:.0f} MB of events, in the page cache; {os.cpu_count()} cores; medians of {runs} interleaved runs; output to /dev/null. "
          "kt-format checks every byte of every line. `*` reads a part because it is slow. The last column compares 2,000 events with their values, as spelled.")
    for name, found in [("DuckDB", duckdb), ("orjson", orjson), ("Miller", shutil.which("mlr")), ("jq", shutil.which("jq")), ("jaq", shutil.which("jaq"))]:
        if not found: print(f"\nskipped: {name} is not installed")

    rows = [command("kt-format --to csv", [tool, "--to", "csv", "--fields", ",".join(COLUMNS), whole])]
    if duckdb:
        rows.append(command("DuckDB, one thread", [duckdb, "-c", DUCKDB_CSV, whole, "1"]))
        rows.append(command("DuckDB, all cores", [duckdb, "-c", DUCKDB_CSV, whole, "all"]))
    if orjson: rows.append(command("Python, orjson and csv", [orjson, "-c", ORJSON_CSV, whole, ",".join(PATHS)]))
    if shutil.which("mlr"):
        rows.append(command("Miller", ["mlr", "--ijsonl", "--ocsv", "flatten", "then", "template", "-f", ",".join(PATHS), part], part, slow=True))
    for name in ("jaq", "jq"):
        if shutil.which(name): rows.append(command(name, [name, "-r", JQ_CSV, part], part, slow=True))
    table("12 columns to CSV", rows, runs, differing_rows, sample)

    rows = [command("kt-format --to json", [tool, "--to", "json", "--export-id", "q1", "--created-at", "2026-01-01", whole])]
    if orjson: rows.append(command("Python, orjson, each line checked", [orjson, "-c", ORJSON_ENVELOPE, whole]))
    for name in ("jaq", "jq"):
        if shutil.which(name): rows.append(command(name, [name, "-cn", JQ_ENVELOPE, part], part, slow=True))
    table("one JSON document", rows, runs, differing_events, sample)

    own = [command(name, [tool, *options, whole]) for name, options in [
        ("--to jsonl", ["--to", "jsonl"]), ("--to csv, the usual 33 columns", ["--to", "csv"]), ("--to jsonl --canonical", ["--canonical"]),
        *[(f"--to {name}", ["--to", name]) for name in ("tsv", "hec", "elastic", "ocsf", "otlp", "cef", "leef", "syslog", "table", "summary")]]]
    say("every format")
    measure(own, max(1, runs // 2))
    print("\n### every format of kt-format, for itself\n\n| format | seconds | MB/s read | peak MiB |\n|---|--:|--:|--:|")
    for made in own: print(f"| {made.name} | {made.seconds:.2f} | {made.rate:,.0f} | {made.peak_bytes / 2**20:.0f} |")
    sys.stdout.flush()
    os.remove(sample)
