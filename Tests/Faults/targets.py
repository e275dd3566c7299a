"""What the fault loops run: kt-sink in each of its layouts, kt-redact with its log, kt-hash add with its evidence."""
import os, re, shutil, subprocess

import published


class Failed(Exception):
    """What does not hold of a run."""


def demand(holds, sentence):
    if not holds: raise Failed(sentence)


def remove(path):
    shutil.rmtree(path) if os.path.isdir(path) else os.path.lexists(path) and os.remove(path)


def content(path):
    if not os.path.exists(path): return b""
    with open(path, "rb") as file: return file.read()


def check_messages(tool, status, messages):
    """A failure is told in one line that begins with the tool's name; success and signals are silent."""
    lines = [line for line in messages.splitlines() if not line.startswith("strace:")]
    if status in (0, 137, 143): demand(not lines or tool == "kt-hash", f"status {status}, and it says {lines}")
    else: demand(lines and all(line.startswith(tool + ": ") for line in lines), f"status {status}, and it says {lines}")


class Target:
    """A command with what stands in its folder before; everything is below `folder`."""
    tool, input = None, "new.jsonl"

    def __init__(self, name): self.name = name

    def enter(self, folder, inputs):
        self.folder, self.inputs = folder, inputs
        os.mkdir(folder)
        self.prepare()
        return self

    def at(self, name): return os.path.join(self.folder, name)
    def source(self, name): return os.path.join(self.inputs, name)

    def plain(self, arguments, source, output="passed"):
        """Runs a command unharmed; its exit status and messages."""
        with open(source, "rb") as stdin, open(self.at(output), "wb") as stdout:
            done = subprocess.run(arguments, cwd=self.folder, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE)
        return done.returncode, done.stderr.decode(errors="replace")

    def run_unharmed(self, arguments, source):
        status, messages = self.plain(arguments, source)
        demand(status == 0, f"an unharmed run ended with {status}: {messages}")


class Sink(Target):
    """kt-sink: the old export or the new one, and 0 only for the new one."""
    tool = "kt-sink"

    def __init__(self, name, path, *options, before=False, needs=None):
        super().__init__(name)
        self.path, self.options, self.before, self.needs = path, list(options), before, needs

    @property
    def command(self): return ["kt-sink", "--threads", "2", *self.options, self.path]
    @property
    def appends(self): return "--append" in self.options

    def prepare(self):
        if self.before: self.run_unharmed([word for word in self.command if word not in ("--force", "--append")], self.source("old.jsonl"))
        self.old = published.snapshot(self.at("o"))
        if self.old: os.rename(self.at("o"), self.at("before"))
        self.restore()
        self.run_unharmed(self.command, self.source("new.jsonl"))
        self.new, self.folders = published.snapshot(self.at("o")), published.folders(self.at("o"))
        demand(not published.objections(self.at("o")), "the unharmed run does not verify")

    def restore(self):
        remove(self.at("o"))
        if self.old: shutil.copytree(self.at("before"), self.at("o"))

    def judge(self, status, messages, call, fault, committed):
        place = self.at("o")
        state = published.state(place, self.old, self.new, killed=fault == "KILL")
        objections, debris = published.objections(place), published.debris(place)
        demand(not objections, f"a manifest that does not fit: {objections}")
        demand(state != "broken", f"neither the old export nor the new one: {sorted(published.snapshot(place))}")
        demand(status != 0 or state == "new", f"0, and the export is {state}")
        if fault == "KILL":
            demand(status in (0, 137), f"status {status}")
            demand(not committed or state == "new", f"committed, and the export is {state}")
            return state
        check_messages(self.tool, status, messages)
        # Swift reads the arguments from /proc: where that fails there are none, which is a usage error.
        demand(status in ((0, 143) if fault == "TERM" else (0, 2, 4) if call in ("read", "openat") else (0, 4)), f"status {status}: {messages}")
        if committed:
            demand(state == "new", f"committed, and the export is {state}")
            demand(status == 4 or not call.startswith("f") or fault == "TERM", f"what may not be on its disk is told as success")
        elif status != 0:
            demand(state == ("old" if self.old else "none"), f"status {status}, and the export is {state}")
            demand(self.old or not published.snapshot(place), f"left names: {sorted(published.snapshot(place))}")
        # What can't be removed is the next run's to sweep, and what may still be needed where the commit is not on its disk.
        if not call.startswith("unlink") and not (committed and call == "fsync"): demand(not debris, f"left behind: {debris}")
        return state

    def run_again(self, state):
        # What was added is not added again: a run with nothing to add sweeps then.
        again = self.appends and state == "new"
        status, messages = self.plain(self.command, self.source("nothing.jsonl" if again else "new.jsonl"))
        demand(status == 0 and not messages, f"the next run ended with {status}: {messages}")
        files = published.snapshot(self.at("o"))
        demand(published.artifacts(files) == published.artifacts(self.new) if again else files == self.new, "the next run did not make the export whole")
        demand(not published.objections(self.at("o")) and not published.debris(self.at("o")), f"the next run left {published.debris(self.at('o'))}")
        demand(published.folders(self.at("o")) == self.folders, "the next run left other folders")


COMPLETE = re.compile(rb'"_kt_stream":"end".*"status":"complete"')


class Filter(Target):
    """A filter: 0 only with all of its output and all that it keeps beside it; else no sink takes its stream."""

    def prepare(self):
        self.restore()
        self.run_unharmed(self.command, self.source("new.jsonl"))
        self.passed = content(self.at("passed"))
        demand(COMPLETE.search(self.passed), "the unharmed stream is not complete")

    def judge(self, status, messages, call, fault, committed):
        allowed = {"KILL": (0, 137), "TERM": (0, 143)}.get(fault, (0, 2, 4))
        demand(status in allowed, f"status {status}: {messages}")
        check_messages(self.tool, status, messages)
        passed = content(self.at("passed"))
        # A signal behind the last write finds the stream whole, and so does a read that fails behind the frame: another
        # frame might have followed. What is kept beside it must be whole then.
        whole = status == 0 or (fault in ("KILL", "TERM") or call == "read") and passed == self.passed
        if whole: demand(passed == self.passed, "0, and not everything came out")
        else: self.judge_prefix(passed)
        self.judge_record(whole, committed)
        self.judge_publication(whole)
        return "new" if whole else "none"

    def judge_prefix(self, passed):
        """What came out of a run that failed: a prefix, behind which the frame may end as aborted."""
        lines = passed.splitlines(keepends=True)
        if lines and b'"status":"aborted"' in lines[-1]: lines.pop()
        demand(self.passed.startswith(b"".join(lines)), "what came out is no prefix")

    def judge_publication(self, whole):
        remove(self.at("o"))
        done, messages = self.plain(["kt-sink", "o/x.jsonl"], self.at("passed"), "ignored")
        demand(done == (0 if whole else 3), f"the stream is {'' if whole else 'not '}whole, and its sink ends with {done}: {messages}")
        demand(bool(published.snapshot(self.at("o"))) == whole, f"the stream is {'' if whole else 'not '}whole, and something else is published")

    def run_again(self, state):
        self.clear_record()
        status, messages = self.plain(self.command, self.source("new.jsonl"))
        demand(status == 0, f"the next run ended with {status}: {messages}")
        demand(content(self.at("passed")) == self.passed, "the next run wrote something else")
        self.judge_record(True, True)


class Redact(Filter):
    tool, needs = "kt-redact", None
    command = ["kt-redact", "--detect", "all", "--log", "log"]

    def prepare(self):
        super().prepare()
        self.log = content(self.at("log"))
        demand(self.log, "nothing was redacted")

    def restore(self): remove(self.at("log"))
    # A log that holds something is refused: it may be that of a run that succeeded.
    clear_record = restore

    def judge_record(self, whole, committed):
        log = content(self.at("log"))
        demand(log == self.log if whole else self.log.startswith(log), "the log is another one")


class Hash(Filter):
    tool, needs = "kt-hash", None
    command = ["kt-hash", "add", "--threads", "2", "--key-file", "../inputs/key", "--export", "q1", "--out", "q1.kt"]

    def restore(self): remove(self.at("q1.kt"))

    def clear_record(self):
        # Evidence that is sealed stays; what is not is made anew in place.
        if os.path.exists(self.at("q1.kt/checkpoint")): remove(self.at("q1.kt"))

    def judge_record(self, whole, committed):
        sealed = os.path.exists(self.at("q1.kt/checkpoint"))
        demand(sealed or not whole, "all came out, and nothing is sealed")
        demand(not sealed or whole or committed, "it failed before the commit, and is sealed")
        if not sealed: return
        trust = content(self.source("verifier")).decode().strip()
        done, messages = self.plain(["kt-hash", "verify", "--log", "q1.kt", "--trust", trust], self.source("new.jsonl"), "ignored")
        demand(done == 0, f"a checkpoint that does not hold: {messages[-300:]}")
        if whole: demand(not [name for name in os.listdir(self.at("q1.kt")) if name.startswith(".")], "left behind in the evidence")



TARGETS = [
    Sink("file", "o/x.jsonl"), Sink("file, --force", "o/x.jsonl", "--force", before=True),
    Sink("gz", "o/x.jsonl.gz", "--gzip-engine", "zlib"), Sink("gz by libdeflate", "o/x.jsonl.gz", "--gzip-engine", "libdeflate", needs="deflate"),
    Sink("zst", "o/x.jsonl.zst", needs="zstd"),
    Sink("template", "o/{date}/{team}.jsonl"), Sink("template, --force", "o/{date}/{team}.jsonl", "--force", before=True),
    Sink("template, --append", "o/{date}/{team}.jsonl", "--append", before=True),
    Sink("--hive, parts", "o", "--hive", "--max-events", "10", "--gzip-engine", "zlib"),
    Redact("kt-redact --log"), Hash("kt-hash add"),
]
