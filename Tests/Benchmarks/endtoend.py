"""Times a whole export, from the file of events to a gzip file: one team's events, nine kinds redacted."""
import gzip, json, os, shutil, statistics, subprocess

import data, redaction, redaction_peers as peers
from timing import Command, run_timed, run_watching_memory, say

HEAD = ("| export | reads MB | seconds | MB/s | CPU s | peak MiB | MB stored | kt is | events | planted values gone | lines broken "
        "| bytes changed beside them | other members changed |\n|---|--:|--:|--:|--:|--:|--:|--:|---|--:|--:|--:|---|")
TEAM = "legal"
TEXT = f'"team":"{TEAM}"'

# The lines of the team, redacted and compressed, in one statement.
DUCKDB = """
import duckdb, sys
quoted = lambda text: "'" + text.replace("'", "''") + "'"
duckdb.sql("COPY (SELECT regexp_replace(line, " + quoted(sys.argv[3]) + ", " + quoted(sys.argv[4]) + ", 'g') FROM read_csv("
           + quoted(sys.argv[1]) + ", columns={'line': 'VARCHAR'}, header=false, delim='\\x01', quote='', escape='', max_line_size=100000000)"
           " WHERE contains(line, " + quoted(sys.argv[5]) + ")) TO " + quoted(sys.argv[2])
           + " (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\\x01', COMPRESSION gzip)")
"""


class Export:
    """One way to make the artifact: its command, and where the artifact is."""

    def __init__(self, name, stages, source, output, part=False):
        self.output = output
        self.command = Command(name, stages, os.path.getsize(source), part=part, before=self.remove)

    def remove(self):
        for path in (self.output, self.output + ".manifest.json"):
            if os.path.exists(path): os.remove(path)
        shutil.rmtree(self.output + ".log", ignore_errors=True)

    def lines(self):
        with gzip.open(self.output, "rb") as file: return file.read().splitlines()


class Bench:
    def __init__(self, whole, part, folder, tools):
        self.whole, self.part, self.folder = whole, part, folder
        self.tools, self.threads = os.path.abspath(tools), str(os.cpu_count())
        self.exports = []

    def place(self, number): return os.path.join(self.folder, f"export-{number}.jsonl.gz")

    def key(self):
        """The key file of the seal, made by kt-hash itself."""
        path = os.path.join(self.folder, "export.key")
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            subprocess.run([os.path.join(self.tools, "kt-hash"), "keygen", "bench.example/throughput"], stdout=file, stderr=subprocess.DEVNULL, check=True)
        return path

    def kt(self, name, *between):
        output = self.place(len(self.exports))
        stages = [["kt-source", self.whole], ["kt-filter", "--team", TEAM], ["kt-redact", "--detect", ",".join(peers.PATTERNS)],
                  *between, ["kt-sink", output]]
        stages = [[os.path.join(self.tools, tool), *arguments] for tool, *arguments in stages]
        self.exports.append(Export(name, stages, self.whole, output))
        self.exports[-1].command.quiet = True

    def peer(self, name, stages, slow=False):
        """A pipeline whose last stage writes to standard output, into the file."""
        missing = [stage[0] for stage in stages if not shutil.which(stage[0])]
        if missing: return print(f"\nskipped: {name}: {', '.join(missing)} not installed")
        output = self.place(len(self.exports))
        into = ["sh", "-c", 'out=$1; shift; exec "$@" >"$out"', "sh", output, *stages[-1]]
        self.exports.append(Export(name, [*stages[:-1], into], self.part if slow else self.whole, output, slow))

    def duckdb(self):
        python = data.find_python("duckdb")
        if not python: return print("\nskipped: no Python with duckdb")
        output = self.place(len(self.exports))
        stage = [python, "-c", DUCKDB, self.part, output, peers.ONE, peers.MARK, TEXT]
        self.exports.append(Export("DuckDB, all cores", [stage], self.part, output, True))

    def all(self):
        self.kt("kt-source, kt-filter, kt-redact, kt-sink")
        self.kt("the same, sealed by kt-hash add",
                ["kt-hash", "add", "--key-file", self.key(), "--export", "q1", "--single", "--out", self.place(1) + ".log"])
        pigz = ["pigz", "-6", "-p", self.threads]
        self.peer("rg, rg --replace, pigz", [["rg", "--no-config", "-F", TEXT, self.whole], peers.ripgrep("-"), pigz])
        self.duckdb()
        chosen = f'select(.team == "{TEAM}")'
        for name in ("jaq", "jq"):
            self.peer(f"{name}, rg --replace, pigz", [[name, "-c", chosen, self.part], peers.ripgrep("-"), pigz], slow=True)
        self.peer("perl, pigz", [["perl", "-ne", f"next unless /{TEXT}/; {peers.perl_program()}; print", self.part], pigz], slow=True)
        self.peer("grep, sed -E, gzip", [["grep", "-F", TEXT, self.part], peers.sed("-"), ["gzip", "-6"]], slow=True)
        return self.exports


def measure(exports, runs):
    for export in exports: run_watching_memory(export.command)
    for _ in range(runs):
        for export in exports: run_timed(export.command)


def row(export, kt, expected, labels):
    command = export.command
    lines = export.lines()
    right = expected[command.part]
    accuracy = redaction.Accuracy(right, lines, labels)
    ratio = "" if command is kt else f"{kt.rate / command.rate:.1f} x as fast"
    count = f"{len(lines):,}" if len(lines) == len(right) else f"**wrong: {len(lines):,} for {len(right):,}**"
    return (f"| {command.name}{' *' if command.part else ''} | {command.bytes_read / 1e6:,.0f} | {command.seconds:.2f} | {command.rate:,.0f} "
            f"| {statistics.median(command.processor_times):.2f} | {command.peak_bytes / 2**20:,.0f} "
            f"| {os.path.getsize(export.output) / 1e6:.1f} | {ratio} | {count} | {accuracy.cells} |")


def compare(whole, part, folder, arguments, days):
    labels = redaction.read_labels(whole, arguments.count, days)
    print(f"\n## The whole export\n\nThe events of one team out of {os.path.getsize(whole) / 1e6:.0f} MB, nine kinds of personal data and secrets replaced, "
          f"into one gzip file; {os.cpu_count()} cores; medians of {arguments.runs} interleaved runs. `*` reads {os.path.getsize(part) / 1e6:.0f} MB.\n"
          "kt validates every byte, counts in each stage, makes the file durable, reads it back and publishes it with its manifest only when the stream was whole; "
          "the others leave what they wrote, whatever dies.")
    say("the whole export")
    exports = Bench(whole, part, folder, arguments.bin).all()
    measure(exports, arguments.runs)
    chosen = lambda path: [line for line in data.lines_of(path) if json.loads(line)["team"] == TEAM]
    expected = {False: chosen(whole), True: chosen(part)}
    print(f"\n{HEAD}")
    for export in exports: print(row(export, exports[0].command, expected, labels), flush=True)
    for export in exports: export.remove()
