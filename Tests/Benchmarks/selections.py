"""Times kt-filter beside jq, jaq, Miller, perl, ripgrep, DuckDB and simdjson, and beside the pipe itself."""
import hashlib, json, os, shutil, statistics, subprocess, sys
from dataclasses import dataclass

import data
from timing import Command, measure, say


@dataclass
class Work:
    """One selection, as each tool spells it."""
    title: str
    kt: list
    jq: str
    rg: list  # a list of argument lists: one, or a chain
    duckdb: str
    perl: str
    miller: str
    simdjson: list  # nothing where it would take a program of its own
    fits: object  # what is right: a function of the parsed event


WORKS = [
    Work("keep the blocked", ["--verdict", "blocked"],
         'select(.policy_outcome=="blocked")',
         [["-F", '"policy_outcome":"blocked"']],
         "json->>'policy_outcome' = 'blocked'",
         '/"policy_outcome":"blocked"/', '$policy_outcome == "blocked"', ["policy_outcome", "blocked"],
         lambda event: event["policy_outcome"] == "blocked"),
    Work("ten days, two teams, model gpt*",
         ["--since", "2026-01-05", "--until", "2026-01-15", "--team", "legal,finance", "--model", "gpt*"],
         'select(.timestamp >= "2026-01-05" and .timestamp < "2026-01-15"'
         ' and (.team == "legal" or .team == "finance") and (.model | startswith("gpt")))',
         [['"timestamp":"2026-01-(0[5-9]|1[0-4])'], ['"team":"(legal|finance)"'], ["-F", '"model":"gpt']],
         "json->>'timestamp' >= '2026-01-05' AND json->>'timestamp' < '2026-01-15'"
         " AND json->>'team' IN ('legal', 'finance') AND starts_with(json->>'model', 'gpt')",
         '/"timestamp":"2026-01-(0[5-9]|1[0-4])/ && /"team":"(legal|finance)"/ && /"model":"gpt/',
         '$timestamp >= "2026-01-05" && $timestamp < "2026-01-15" && ($team == "legal" || $team == "finance") && $model =~ "^gpt"', [],
         lambda event: "2026-01-05" <= event["timestamp"] < "2026-01-15" and event["team"] in ("legal", "finance")
         and event["model"].startswith("gpt")),
    Work("keep the 87 % not of one team", ["-v", "--team", "legal"],
         'select(.team != "legal")',
         [["-vF", '"team":"legal"']],
         "json->>'team' <> 'legal'",
         'not /"team":"legal"/', '$team != "legal"', ["team", "legal", "-v"],
         lambda event: event["team"] != "legal"),
    Work("a word in input or output, any case", ["-i", "--text", "kubernetes"],
         # In jq 1.6 `ascii_downcase | contains` takes ten times as long.
         'select((.input | test("kubernetes"; "i")) or (.output | test("kubernetes"; "i")))',
         [["-i", "kubernetes"]],
         "contains(lower(json->>'input'), 'kubernetes') OR contains(lower(json->>'output'), 'kubernetes')",
         "/kubernetes/i", '$input =~ "kubernetes"i || $output =~ "kubernetes"i', [],
         lambda event: "kubernetes" in event["input"].lower() or "kubernetes" in event["output"].lower()),
]

# Keeps the lines as they are: a control character that no JSON text holds is the column's end and its quote.
DUCKDB = """
import duckdb, sys
duckdb.sql("COPY (SELECT json FROM read_ndjson_objects('" + sys.argv[1].replace("'", "''") + "') WHERE " + sys.argv[2]
           + ") TO '/dev/stdout' (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\\x01')")
"""


# --- Peers -------------------------------------------------------------------

def find_tools(bin_folder, folder):
    """Each tool by its name, with None for what is not installed."""
    tools = {name: shutil.which(name) for name in ("jq", "jaq", "rg", "perl", "mlr")}
    tools["kt"] = os.path.join(os.path.abspath(bin_folder), "kt-filter")
    if not os.access(tools["kt"], os.X_OK):
        sys.exit(f"throughput: no executable '{tools['kt']}': build first, or name its folder with --bin")
    tools["duckdb"] = data.find_python("duckdb")
    tools["simdjson"] = build_simdjson(folder)
    return tools


def build_simdjson(folder):
    """The loop in C++, built for this processor, or None without a compiler or the library."""
    program = os.path.join(folder, "simdjson_filter")
    compiler = shutil.which("g++") or shutil.which("clang++")
    if not compiler: return None
    done = subprocess.run([compiler, "-O3", "-march=native", "-std=c++17", os.path.join(data.HERE, "simdjson_filter.cpp"), "-o", program, "-lsimdjson"],
                          stderr=subprocess.DEVNULL)
    return program if done.returncode == 0 else None


def versions(tools):
    """What each tool calls itself, for the record: figures of different versions should not be compared."""
    asked = [[tools[name], "--version"] for name in ("kt", "jq", "jaq", "mlr", "rg") if tools[name]]
    if tools["perl"]: asked.append([tools["perl"], "-e", 'print "perl $^V"'])
    if tools["duckdb"]: asked.append([tools["duckdb"], "-c", "import duckdb; print('duckdb', duckdb.__version__)"])
    answers = [subprocess.run(command, stdout=subprocess.PIPE, text=True).stdout.splitlines() for command in asked]
    return ", ".join(lines[0].strip() for lines in answers if lines)


def commands_for(work, tools, whole, part):
    size, part_size = os.path.getsize(whole), os.path.getsize(part)
    commands = [Command("kt-filter", [[tools["kt"], *work.kt, whole]], size)]
    if tools["simdjson"] and work.simdjson:
        commands.append(Command("simdjson On-Demand, C++ (checks no other value)", [[tools["simdjson"], *work.simdjson]], size, input=whole))
    slow = {"jq": ["-c", work.jq, part], "jaq": ["-c", work.jq, part], "perl": ["-ne", f"print if {work.perl}", part],
            "mlr": ["--ijsonl", "--ojsonl", "filter", work.miller, part]}
    for name, shown in (("jq", "jq"), ("jaq", "jaq"), ("mlr", "Miller"), ("perl", "perl (text, whole lines)")):
        if tools[name]: commands.append(Command(shown, [[tools[name], *slow[name]]], part_size, part=True))
    if tools["rg"]:
        chain = [[tools["rg"], "--no-config", *arguments] for arguments in work.rg]
        chain[0].append(whole)
        commands.append(Command("ripgrep (text, whole lines)", chain, size))
    if tools["duckdb"]:
        commands.append(Command("DuckDB (all cores)", [[tools["duckdb"], "-c", DUCKDB, whole, work.duckdb]], size))
    return commands


# --- Tables ------------------------------------------------------------------

HEAD = ("| tool | reads MB | lines out | seconds | MB/s | CPU s | peak MiB | kt-filter is | lines |\n"
        "|---|--:|--:|--:|--:|--:|--:|--:|---|")


def right_answers(path):
    """For each selection the number of lines that fit, as Python reads them, and the digest of these lines as they stand."""
    say(f"right answers of {os.path.basename(path)}")
    counts, digests = [0] * len(WORKS), [hashlib.sha256() for _ in WORKS]
    with open(path, "rb") as file:
        for line in file:
            event = json.loads(line)
            for number, work in enumerate(WORKS):
                if work.fits(event):
                    counts[number] += 1
                    digests[number].update(line)
    return [(count, digest.hexdigest()) for count, digest in zip(counts, digests)]


def row(command, kt, right=None):
    memory = f"{command.peak_bytes / 2**20:.1f}" if command.peak_bytes else "-"
    ratio = "" if command is kt else f"{kt.rate / command.rate:.2f} x as fast"
    return (f"| {command.name}{' *' if command.part else ''} | {command.bytes_read / 1e6:.0f} | {command.lines:,} "
            f"| {command.seconds:.3f} | {command.rate:,.0f} | {statistics.median(command.processor_times):.3f} | {memory} | {ratio} "
            f"| {'' if right is None else verdict(command, *right)} |")


def verdict(command, count, digest):
    """What a tool's lines are, beside what is right."""
    if command.digest == digest: return "as they stand"
    if command.lines == count: return "**rewritten**"
    return f"**wrong: {command.lines:,} for {count:,}**"


def selection_table(number, tools, whole, part, answers, runs):
    work = WORKS[number]
    commands = commands_for(work, tools, whole, part)
    measure(commands, runs)
    print(f"\n### {work.title}\n\n{HEAD}")
    for command in commands: print(row(command, commands[0], answers[command.part][number]))
    sys.stdout.flush()
    return {command.name.split(" ")[0]: command for command in commands}


def pipe_table(tools, whole, runs):
    size, filtering = os.path.getsize(whole), ["-v", "--team", "legal"]
    short = Command("cat FILE ❘ cat", [["cat", whole], ["cat"]], size)
    long = Command("cat FILE ❘ cat ❘ cat", [["cat", whole], ["cat"], ["cat"]], size)
    kt = Command("cat FILE ❘ kt-filter -v --team legal ❘ cat", [["cat", whole], [tools["kt"], *filtering], ["cat"]], size)
    commands = [short, long, kt]
    if tools["rg"]:
        commands.append(Command("cat FILE ❘ rg -vF ❘ cat (text)",
                                [["cat", whole], [tools["rg"], "--no-config", "-vF", '"team":"legal"'], ["cat"]], size))
    measure(commands, runs)
    print(f"\n### through pipes, the last cat into /dev/null\n\n{HEAD}")
    for command in commands: print(row(command, kt))
    print(f"\nTime of the kt-filter pipeline: **{kt.seconds / short.seconds:.2f} x** `cat FILE | cat` (two processes: the stricter measure), "
          f"**{kt.seconds / long.seconds:.2f} x** `cat FILE | cat | cat` (as many processes).")
    sys.stdout.flush()
    return short, long, kt


def limits_table(results, pipes):
    """What kt has to reach on the reference machine, beside what it reached here."""
    short, long, kt_piped = pipes
    kts = [result["kt-filter"] for result in results]
    against = lambda peer: ", ".join(f"{result['kt-filter'].rate / result[peer].rate:.2g} x" for result in results[:3] if peer in result) or "skipped"
    print("\n### limits\n\n| what | required | here |\n|---|---|---|")
    print(f"| the first three selections, from a file | 1,300 MB/s | {', '.join(f'{kt.rate:,.0f}' for kt in kts[:3])} |")
    print(f"| the same, against jq 1.6 | at least 20 x | {against('jq')} |")
    print(f"| the same, against simdjson | at least 0.9 x | {against('simdjson')} |")
    print(f"| a word in input or output | 600 MB/s | {kts[3].rate:,.0f} |")
    print(f"| time through pipes | at most 1.5 x cat ❘ cat | {kt_piped.seconds / short.seconds:.2f} x two cats, "
          f"{kt_piped.seconds / long.seconds:.2f} x three |")
    print(f"| resident memory | under 32 MiB | {max(kt.peak_bytes for kt in [*kts, kt_piped]) / 2**20:.1f} |")


def compare(whole, part, folder, arguments):
    tools = find_tools(arguments.bin, folder)
    print(f"## Selections\n\n{arguments.count:,} events, {os.path.getsize(whole) / 1e6:.0f} MB, in the page cache; {os.cpu_count()} cores; "
          f"medians of {arguments.runs} interleaved runs; output to /dev/null.\n"
          f"\\* reads a part of the file, {os.path.getsize(part) / 1e6:.0f} MB of lines taken evenly, because it is slow.\n"
          "The last column compares the lines with those that Python finds, byte for byte.")
    names = {"jq": "jq", "jaq": "jaq", "mlr": "Miller", "perl": "perl", "rg": "ripgrep", "duckdb": "DuckDB", "simdjson": "simdjson"}
    missing = [name for key, name in names.items() if not tools[key]]
    print(f"\nVersions: {versions(tools)}")
    for name in missing: print(f"\nskipped: {name} is not installed")
    print(f"\n{len(names) - len(missing)} peers timed, {len(missing)} skipped")
    sys.stdout.flush()
    answers = {False: right_answers(whole), True: right_answers(part)}
    results = [selection_table(number, tools, whole, part, answers, arguments.runs) for number in range(len(WORKS))]
    limits_table(results, pipe_table(tools, whole, arguments.runs))
    sys.stdout.flush()
