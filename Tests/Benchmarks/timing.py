"""Starts pipelines and measures their time, processor time and memory."""
import hashlib, os, signal, statistics, subprocess, sys, time
from dataclasses import dataclass, field


@dataclass
class Command:
    """One row of the table: processes joined by pipes, and what was measured of them."""
    name: str
    stages: list
    bytes_read: int = 0
    part: bool = False  # reads the part for slow tools instead of the whole file
    input: str = os.devnull  # what the first stage reads
    quiet: bool = False  # what it says of a success goes to /dev/null
    before: object = None  # called before each run, outside of the measured time
    lines: int = 0
    digest: str = ""  # SHA-256 of what came out
    walls: list = field(default_factory=list)
    processor_times: list = field(default_factory=list)
    peak_bytes: int = 0

    @property
    def seconds(self): return statistics.median(self.walls)
    @property
    def rate(self): return self.bytes_read / self.seconds / 1e6


def spawn(stages, output, input=os.devnull, quiet=False):
    """Starts the stages as one pipeline. posix_spawn costs less than a fork of this process, which start-up times would show."""
    pids, previous = [], os.open(input, os.O_RDONLY)
    for index, stage in enumerate(stages):
        following, out = (None, output) if index == len(stages) - 1 else os.pipe()
        # Python ignores SIGPIPE, and its children would inherit that.
        actions = [(os.POSIX_SPAWN_DUP2, previous, 0), (os.POSIX_SPAWN_DUP2, out, 1)]
        if quiet: actions.append((os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0))
        pids.append(os.posix_spawnp(stage[0], stage, os.environ, setsigdef=[signal.SIGPIPE], file_actions=actions))
        os.close(previous)
        if out != output: os.close(out)
        previous = following
    return pids


def reap(command, pids):
    """Waits for all stages; returns their processor seconds."""
    processor_time, bad = 0.0, None
    for pid, stage in zip(pids, command.stages):
        _, status, usage = os.wait4(pid, 0)
        processor_time += usage.ru_utime + usage.ru_stime
        code = os.waitstatus_to_exitcode(status)
        nothing_found = code == 1 and os.path.basename(stage[0]) == "rg"
        if code != 0 and not nothing_found: bad = f"'{stage[0]}' exited with {code}"
    if bad: sys.exit(f"throughput: {command.name}: {bad}")
    return processor_time


def run_timed(command):
    if command.before: command.before()
    with open(os.devnull, "wb") as output:
        start = time.perf_counter()
        pids = spawn(command.stages, output.fileno(), command.input, command.quiet)
        processor_time = reap(command, pids)
        command.walls.append(time.perf_counter() - start)
    command.processor_times.append(processor_time)


def run_counting(command):
    """One untimed run: the number of lines that come out, and their digest. Warms the page cache too."""
    reading, writing = os.pipe()
    pids = spawn(command.stages, writing, command.input, command.quiet)
    os.close(writing)
    digest = hashlib.sha256()
    command.lines = 0
    while block := os.read(reading, 1 << 20):
        command.lines += block.count(b"\n")
        digest.update(block)
    command.digest = digest.hexdigest()
    os.close(reading)
    reap(command, pids)


def high_water(pid):
    try:
        with open(f"/proc/{pid}/status") as status:
            return next((int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:")), 0)
    except OSError:
        return 0


def run_watching_memory(command):
    """One untimed run: the greatest resident set of any stage but cat.

    ru_maxrss would be wrong here: a child starts with the high-water mark of the process that
    it was forked (or vforked) from, so nothing could ever look smaller than this Python. VmHWM
    belongs to the program that was executed. It only grows, so reading it until the end is enough.
    """
    if command.before: command.before()
    with open(os.devnull, "wb") as output:
        pids = spawn(command.stages, output.fileno(), command.input, command.quiet)
        watched = [p for p, s in zip(pids, command.stages) if os.path.basename(s[0]) != "cat"] or pids
        alive = set(watched)
        while alive:
            for pid in list(alive):
                command.peak_bytes = max(command.peak_bytes, high_water(pid))
                if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT): alive.discard(pid)
            time.sleep(0.0005)
        reap(command, pids)


def measure(commands, runs):
    """Runs the commands in turn (A B C A B C ...), so that a slower minute of the machine hits all alike."""
    for command in commands: run_counting(command)
    for command in commands: run_watching_memory(command)
    for _ in range(runs):
        for command in commands: run_timed(command)


def say(text):
    print(f"throughput: {text}", file=sys.stderr, flush=True)
