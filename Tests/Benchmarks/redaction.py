"""Times kt-redact beside ripgrep, DuckDB, sed, perl, Hyperscan and Presidio, and says who gets the values right."""
import difflib, json, os, re, shutil, statistics, subprocess, sys

import gen_events, redaction_peers as peers, redaction_texts
from data import find_python, lines_of
from timing import Command, measure, say

HEAD = "| tool | reads MB | seconds | MB/s | CPU s | peak MiB |"
REPLACED = re.compile(r"\[[A-Z_]+\]")
RIGHT = 0.999  # of the planted values must be gone, and no line broken, for a peer to be compared with


# --- Data --------------------------------------------------------------------

def read_labels(whole, count, days):
    """The planted values by event, from the generator: the same count and step plant the same values."""
    path = whole.removesuffix(".jsonl") + "-labels.jsonl"
    if not os.path.exists(path):
        say("generating labels")
        generator = os.path.join(os.path.dirname(os.path.abspath(__file__)), "gen_events.py")
        subprocess.run([sys.executable, generator, "--count", str(count), "--step", repr(days * 86400 / count),
                        "--labels", path + ".unfinished"], stdout=subprocess.DEVNULL, check=True)
        os.rename(path + ".unfinished", path)
    labels = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            label = json.loads(line)
            labels.setdefault(label["event"], []).append((label["field"], label["value"]))
    return labels


def take_clean(whole, path, labels):
    """Writes the events in which nothing is to be found: nothing planted, and no reviewer with an address."""
    if os.path.exists(path): return
    with open(whole, "rb") as source, open(path + ".unfinished", "wb") as out:
        for line in source:
            identifier = line[13:line.index(b'"', 13)].decode()  # after {"event_id":"
            if identifier not in labels and b'"escalation":' not in line: out.write(line)
    os.rename(path + ".unfinished", path)


# --- Accuracy ----------------------------------------------------------------

class Accuracy:
    """What a tool made of events whose planted values are known."""

    def __init__(self, lines, output, labels):
        self.planted = self.gone = self.lines = self.broken = self.changed = 0
        self.members = set()
        self.broken += abs(len(lines) - len(output))
        for before, after in zip(lines, output): self.compare(json.loads(before), after, labels)

    @classmethod
    def over(cls, path, command, labels):
        """What a command makes of a smaller file in the place of its own."""
        stage = [path if argument == command.file else argument for argument in command.stages[0]]
        output = subprocess.run(stage, stdout=subprocess.PIPE, check=True).stdout
        return cls(lines_of(path), output.splitlines(), labels)

    @property
    def is_right(self): return self.broken == 0 and self.gone >= RIGHT * self.planted

    def compare(self, before, line, labels):
        self.lines += 1
        planted = labels.get(before["event_id"], [])
        self.planted += len(planted)
        try:
            after = json.loads(line)
            texts = {name: (before[name], after[name]) for name in ("input", "output")}
        except (ValueError, KeyError, TypeError):
            self.broken += 1
            return
        if list(before) != list(after): self.broken += 1
        self.members |= {name for name in before if name not in texts and before[name] != after.get(name)}
        for name, (old, new) in texts.items():
            values = [value for field, value in planted if field == name]
            self.gone += sum(value not in new for value in values)
            if old != new: self.changed += self.changes_beside(old, new, values)

    @staticmethod
    def changes_beside(old, new, values):
        """How many bytes differ once the planted values are out of both texts, and what took their places."""
        new = REPLACED.sub("", new)
        for value in sorted(values, key=len, reverse=True): old, new = old.replace(value, ""), new.replace(value, "")
        if old == new: return 0
        start = len(os.path.commonprefix([old, new]))
        end = len(os.path.commonprefix([old[start:][::-1], new[start:][::-1]]))
        old, new = old[start:len(old) - end], new[start:len(new) - end]
        parts = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        return sum(max(len(old[a:b].encode()), len(new[c:d].encode())) for what, a, b, c, d in parts if what != "equal")

    @property
    def cells(self):
        members = ", ".join(sorted(self.members)) or "none"
        return (f"{self.gone:,} of {self.planted:,} | {f'{self.broken:,} of {self.lines:,}' if self.broken else 'none'} "
                f"| {self.changed:,} | {members}")


# --- Tables ------------------------------------------------------------------

def row(command):
    return (f"| {command.name}{' *' if command.part else ''} | {command.bytes_read / 1e6:,.1f} | {command.seconds:.2f} | {command.rate:,.1f} "
            f"| {statistics.median(command.processor_times):.2f} | {command.peak_bytes / 2**20:,.1f} |")


def make(name, stage, path, part=False):
    command = Command(name, [stage], os.path.getsize(path), part=part)
    command.file = path
    return command


def find_peers(whole, part, tiny):
    """The peers that are installed, each over as much as it can read in some seconds; why the others are missing."""
    found, missing = [], []

    def add(name, is_there, stage, path, reason):
        if is_there: found.append(make(name, stage(), path, path is not whole))
        else: missing.append(f"{name}: {reason}")

    duckdb, hyperscan = find_python("duckdb"), find_python("hyperscan", "orjson")
    presidio = find_python("presidio_analyzer", "spacy")
    patterns = json.dumps(peers.PATTERNS)
    add("ripgrep --replace", shutil.which("rg"), lambda: peers.ripgrep(whole), whole, "no rg in PATH")
    for name, threads in [("DuckDB regexp_replace, one thread", "1"), ("DuckDB regexp_replace, all cores", "all")]:
        add(name, duckdb, lambda: [duckdb, "-c", peers.DUCKDB, part, threads, peers.ONE, peers.MARK], part, "no Python with duckdb")
    add("Hyperscan and orjson in Python, Luhn", hyperscan, lambda: [hyperscan, "-c", peers.HYPERSCAN, part, patterns, peers.MARK], part,
        "no Python with hyperscan and orjson")
    add("GNU sed -E", peers.has_gnu_sed(), lambda: peers.sed(part), part, "no GNU sed in PATH")
    add("perl -pe", shutil.which("perl"), lambda: peers.perl(part), part, "no perl in PATH")
    add("Presidio, patterns only", presidio, lambda: [presidio, "-c", peers.PRESIDIO, tiny, patterns, peers.MARK], tiny,
        "no Python with presidio-analyzer")
    return found, missing


def speed_table(tool, whole, clean, runs):
    commands = [make("without hits", [tool, "--detect", "all", clean], clean), make("with the planted ones", [tool, "--detect", "all", whole], whole)]
    say("all kinds, with and without hits")
    measure(commands, runs)
    print(f"\n### kt-redact --detect all, one thread\n\n{HEAD.replace('tool', 'events')}\n|---|--:|--:|--:|--:|--:|")
    for command in commands: print(row(command), flush=True)
    return commands


def peer_table(tool, whole, part, tiny, labels, runs):
    kinds = ",".join(peers.PATTERNS)
    found, missing = find_peers(whole, part, tiny)
    for reason in missing: print(f"\nskipped: {reason}")
    kt = make("kt-redact --detect all", [tool, "--detect", "all", whole], whole)
    commands = [kt, make("kt-redact, the nine kinds", [tool, "--detect", kinds, whole], whole), *found]
    say("beside peers")
    measure(commands, runs)
    print(f"\n### beside peers, with the planted values of nine kinds\n\n{HEAD} kt-redact is | planted values gone | lines broken "
          "| bytes changed beside them | other members changed |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|")
    right = []
    for command in commands:
        accuracy = Accuracy.over(tiny if command.file == tiny else part, command, labels)
        if command in found and accuracy.is_right: right.append(command)
        ratio = "" if command not in found else f"{kt.rate / command.rate:.1f} x as fast"
        print(f"{row(command)} {ratio} | {accuracy.cells} |", flush=True)
    return kt, max(right, key=lambda command: command.rate, default=None), len(found), len(missing)


def limits_table(speeds, kt, best, texts):
    clean, planted = speeds
    processor_rate = lambda command: command.bytes_read / statistics.median(command.processor_times) / 1e6
    per_processor_second = lambda command: f"{processor_rate(command):,.0f}"
    peer = (f"{kt.rate / best.rate:.1f} x ({best.name}; {processor_rate(kt) / processor_rate(best):.1f} x per CPU second)"
            if best else "no peer is right")
    slow = [command.name for command in texts if command.rate < texts[0].rate / 4]
    print("\n### limits\n\n| what | required | aim | here |\n|---|---|---|---|")
    print(f"| all kinds, events without hits | 300 MB/s | 500 | {clean.rate:,.0f} ({per_processor_second(clean)} per CPU second) |")
    print(f"| all kinds, with the planted ones | 150 MB/s | 300 | {planted.rate:,.0f} ({per_processor_second(planted)} per CPU second) |")
    print(f"| against the fastest peer that is right | 2 x | | {peer} |")
    print(f"| resident memory | under 32 MiB | | {max(command.peak_bytes for command in [*speeds, kt]) / 2**20:.1f} |")
    print(f"| texts at less than a quarter of the speed of prose | none | | {', '.join(slow) or 'none'} |")


def compare(whole, part, tiny, folder, arguments, days):
    tool = os.path.join(os.path.abspath(arguments.bin), "kt-redact")
    if not os.access(tool, os.X_OK): sys.exit(f"throughput: no executable '{tool}': build first, or name its folder with --bin")
    labels = read_labels(whole, arguments.count, days)
    clean = whole.removesuffix(".jsonl") + "-clean.jsonl"
    take_clean(whole, clean, labels)
    print(f"\n## Redaction\n\n{os.path.getsize(whole) / 1e6:.0f} MB of events, in the page cache; {os.cpu_count()} cores; medians of {arguments.runs} interleaved runs; "
          "output to /dev/null. kt-redact validates every byte of every line and looks for all its kinds.\n"
          f"`*` reads an even part because it is slow. A peer is right when {100 * RIGHT:.1f} % of the planted values are gone and no line is broken; this is measured "
          f"over {os.path.getsize(part) / 1e6:.0f} MB (Presidio: what it reads).")
    speeds = speed_table(tool, whole, clean, arguments.runs)
    kt, best, timed, skipped = peer_table(tool, whole, part, tiny, labels, arguments.runs)
    print(f"\n{timed} peers timed, {skipped} skipped")
    texts = redaction_texts.table(tool, folder, gen_events.WORDS, arguments.runs, 64 if arguments.count >= 100_000 else 8)
    limits_table(speeds, kt, best, texts)
    sys.stdout.flush()
