"""Times kt-hash: content hashes beside a loop in Python, commitments and their verification by threads."""
import json, os, re, shutil, statistics, subprocess, sys

import integrity_peers as peers
from data import find_python
from timing import Command, measure, run_watching_memory, say

HEAD = "| what | reads MB | seconds | MB/s | CPU s | MB/s per CPU second | peak MiB |"
RULE = "|---|--:|--:|--:|--:|--:|--:|"
CALLS, HASHED = 96, 8.6  # hash calls and KB hashed per event (spec/integrity.md, section 9)


def processor_rate(command): return command.bytes_read / statistics.median(command.processor_times) / 1e6


def row(command):
    return (f"| {command.name} | {command.bytes_read / 1e6:,.1f} | {command.seconds:.2f} | {command.rate:,.0f} "
            f"| {statistics.median(command.processor_times):.2f} | {processor_rate(command):,.0f} | {command.peak_bytes / 2**20:,.1f} |")


class Bench:
    def __init__(self, whole, part, third, folder, arguments):
        self.whole, self.part, self.third = whole, part, third
        self.folder, self.runs = os.path.join(folder, "integrity"), arguments.runs
        self.tool = os.path.join(os.path.abspath(arguments.bin), "kt-hash")
        self.redact = os.path.join(os.path.abspath(arguments.bin), "kt-redact")
        if not os.access(self.tool, os.X_OK): sys.exit(f"throughput: no executable '{self.tool}': build first, or name its folder with --bin")
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        self.threads = sorted({1, 2, os.cpu_count()})

    def place(self, name): return os.path.join(self.folder, name)

    def kt(self, name, arguments, path, before=None):
        """A row of kt-hash; its last line, which says what the run came to, goes to a file."""
        stage = ["sh", "-c", 'exec "$@" 2> "$0"', self.place("said"), self.tool, *arguments]
        return Command(name, [stage], os.path.getsize(path), input=path, before=before)

    def run(self, arguments, path=os.devnull):
        """One run whose output is of no interest; gives what it said on standard error."""
        with open(path, "rb") as events:
            done = subprocess.run([self.tool, *arguments], stdin=events, stdout=subprocess.PIPE if path == os.devnull else subprocess.DEVNULL,
                                  stderr=subprocess.PIPE, text=True)
        if done.returncode != 0: sys.exit(f"throughput: kt-hash {arguments[0]}: {done.stderr}")
        return done.stdout or "", done.stderr

    def keys(self):
        key, verifier = self.run(["keygen", "bench.example/throughput"])
        with open(os.open(self.place("key"), os.O_WRONLY | os.O_CREAT, 0o600), "w") as file: file.write(key)
        with open(self.place("verifier.pub"), "w") as file: file.write(verifier.splitlines()[-1] + "\n")

    def seal(self, path, name):
        self.run(["add", "--key-file", self.place("key"), "--export", name, "--out", self.place(name)], path)
        return self.place(name)

    def table(self, title, commands):
        say(title)
        measure(commands, self.runs)
        print(f"\n### {title}\n\n{HEAD}\n{RULE}")
        for command in commands: print(row(command), flush=True)

    # --- Content hashes ------------------------------------------------------

    def content(self):
        python = find_python("orjson")
        if not python: print("\nskipped: no Python with orjson")
        size = os.path.getsize(self.whole)
        commands = [self.kt("kt-hash verify, 1 thread", ["verify", "--threads", "1"], self.whole)]
        every = self.kt("kt-hash verify, all cores, as without --threads", ["verify"], self.whole)
        for name, program in [("Python, orjson and hashlib", peers.PYTHON), ("the same, all names and spellings", peers.RULES)] if python else []:
            commands.append(Command(name, [[python, "-c", program]], size, input=self.whole))
        for name, stage in [("sha256sum", ["sha256sum"]), ("openssl dgst -sha256", ["openssl", "dgst", "-sha256"])]:
            if shutil.which(stage[0]): commands.append(Command(f"{name}, the file as it is", [stage], size, input=self.whole))
            else: print(f"\nskipped: {stage[0]} is not installed")
        self.table("content hashes", [*commands, every])
        if not python: return commands[0], every, []
        said = self.run(["verify", "--threads", "1"], self.part)[1]
        found = re.search(r"(\d+) content hash", said)
        for command in commands[1:3]:
            with open(self.part, "rb") as events:
                of_peer = subprocess.run(command.stages[0], stdin=events, stdout=subprocess.PIPE, text=True, check=True).stdout.split()
            if not found or [found[1], "0"] != of_peer: print(f"\n**warning: kt-hash says '{said.strip()}', {command.name} {' and '.join(of_peer)}**")
        return commands[0], every, commands[1:3]

    # --- Commitments ---------------------------------------------------------

    def add(self, threads):
        output = self.place(f"add-{threads}")
        arguments = ["add", "--salt", os.path.join(self.place("sealed"), "salt"), "--out", output, "--threads", str(threads)]
        return self.kt(f"kt-hash add, {threads} thread{'s' if threads > 1 else ''}", arguments, self.third,
                       before=lambda: shutil.rmtree(output, ignore_errors=True))

    def verify(self, threads, path, what):
        arguments = ["verify", "--log", self.place("sealed"), "--trust", self.place("verifier.pub"), "--threads", str(threads)]
        return self.kt(f"kt-hash verify --log, {what}, {threads} thread{'s' if threads > 1 else ''}", arguments, path)

    def redacted(self):
        """The redacted copy of the sealed events, or why there is none."""
        path = self.place("redacted.jsonl")
        if not os.access(self.redact, os.X_OK): return None, "no kt-redact beside kt-hash"
        if subprocess.run([self.tool, "prove", "--help"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0:
            return None, "this kt-hash has no mode prove"
        with open(self.third, "rb") as events, open(path, "wb") as out:
            prove = subprocess.Popen([self.tool, "prove", "--log", self.place("sealed")], stdin=events, stdout=subprocess.PIPE)
            redact = subprocess.Popen([self.redact, "--detect", "all"], stdin=prove.stdout, stdout=out)
            prove.stdout.close()  # or prove would wait for a reader that has ended
            statuses = prove.wait(), redact.wait()
        if any(statuses): return None, f"kt-hash prove and kt-redact end with {statuses[0]} and {statuses[1]}"
        with open(path, "rb") as events:
            done = subprocess.run(self.verify(1, path, "").stages[0], stdin=events, stdout=subprocess.DEVNULL)
        if done.returncode != 0: return None, "what kt-redact made of it does not verify: it does not mask receipts"
        return path, None

    def commitments(self):
        adds = [self.add(threads) for threads in self.threads]
        verifications = [self.verify(threads, self.third, "salt") for threads in self.threads]
        path, reason = self.redacted()
        if reason: print(f"\nskipped: verification of a redacted export: {reason}")
        receipts = [self.verify(threads, path, "redacted") for threads in self.threads] if path else []
        self.table("commitments", [*adds, *verifications, *receipts])
        return adds, verifications, receipts, reason

    def hashes(self):
        """How many hashes an event takes, and how many bytes are hashed for it."""
        command = self.add(1)
        command.before()
        said = self.run([*command.stages[0][5:], "--stats=json"], self.third)[1]
        statistics_line = json.loads(next(line for line in said.splitlines() if line.startswith("{")))
        events, found = statistics_line["read"], statistics_line["found"]
        return found["hashes"] / events, found["hashed_bytes"] / events / 1e3

    # --- Memory --------------------------------------------------------------

    def memory(self):
        """Peaks over a third of the events, and over ten times as many."""
        with open(self.third, "rb") as file: count = sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
        say("memory")
        print(f"\n### peak memory, MiB\n\n| what | {count:,} events | {10 * count:,} events |\n|---|--:|--:|")
        growth = 0
        content = self.kt("kt-hash verify", ["verify", "--threads", "1"], self.third)
        for command in [content, *[self.add(threads) for threads in self.threads[:2]]]:
            peaks = []
            for times in (1, 10):
                repeated = Command(command.name, [["cat", *[self.third] * times], *command.stages], before=command.before)
                run_watching_memory(repeated)
                peaks.append(repeated.peak_bytes / 2**20)
            growth = max(growth, peaks[1] - peaks[0])
            print(f"| {command.name} | {peaks[0]:.1f} | {peaks[1]:.1f} |", flush=True)
        return growth


def compare(whole, part, third, folder, arguments):
    bench = Bench(whole, part, third, folder, arguments)
    print(f"\n## Integrity\n\n{os.path.getsize(whole) / 1e6:.0f} MB of events, and {os.path.getsize(third) / 1e6:.0f} MB of them for the commitments, in the page cache; "
          f"{os.cpu_count()} cores; medians of {bench.runs} interleaved runs; events and output through standard input and to /dev/null.")
    bench.keys()
    bench.seal(third, "sealed")
    content, every, loops = bench.content()
    adds, verifications, receipts, reason = bench.commitments()
    calls, hashed = bench.hashes()
    growth = bench.memory()
    per_core = lambda commands: f"{commands[0].rate:,.0f} ({processor_rate(commands[0]):,.0f} per CPU second)" if commands else f"skipped: {reason}"
    scaling = lambda commands: f"{commands[1].rate / commands[0].rate:.2f} x" if commands else f"skipped: {reason}"
    print("\n### limits\n\n| what | required | here |\n|---|---|---|")
    print(f"| content hashes | 500 MB/s a core | {per_core([content])} |")
    against = ", ".join(f"{content.rate / loop.rate:.1f} x ({processor_rate(content) / processor_rate(loop):.1f} x per CPU second)" for loop in loops)
    print(f"| against the loops in Python, one thread | 3 x | {against or 'skipped'} |")
    whole = ", ".join(f"{every.rate / loop.rate:.1f} x" for loop in loops)
    print(f"| the same, all cores, as kt-hash does by itself | 3 x | {whole or 'skipped'} |")
    for name, commands in [("add", adds), ("verify --log, salt", verifications), ("verify --log, redacted", receipts)]:
        print(f"| {name} | 90 MB/s a core | {per_core(commands)} |\n| the same, two threads | scales | {scaling(commands)} |")
    print(f"| hash calls per event | {CALLS} in the specification | {calls:.1f} |\n| KB hashed per event | {HASHED} in the specification | {hashed:.2f} |")
    print(f"| more memory for ten times the events | none | {growth:.1f} MiB |", flush=True)
