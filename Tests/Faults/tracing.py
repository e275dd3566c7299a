"""Runs a command under strace with a fault at the k-th of some system call."""
import collections, os, re, signal, subprocess, time

# A line of strace's output: the thread, and the call; one that another thread interrupted is told again when it ends.
CALL = re.compile(r"^(\d+) +([a-z_0-9]+)\((.*)")
# glibc's loader asks for its libraries before the program has begun; what the program does first is this.
BEGUN = re.compile(r'"/proc/self/maps"|rt_sigaction')
FIRED = re.compile(r"\(INJECTED\)|\+\+\+ killed by|^\d+ +--- SIG(KILL|TERM)", re.MULTILINE)
# The rename by which an export, evidence or a log is there.
COMMITTED = re.compile(r'rename[a-z0-9]*\(.*"(?:[^"]*manifest\.json|checkpoint)"(?:, 0)?\) = 0')
SIGNALS = ("KILL", "TERM")


def can_trace():
    """Whether system calls can be counted here: not in every container."""
    try:
        return subprocess.run(["strace", "-f", "-o", os.devnull, "true"], capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def options(trace, call=None, fault=None, number=None):
    """What strace is told: all calls, or those that commit and `call`, of which the one with this number fails in each thread."""
    if call is None: return ["-f", "-q", "-o", trace]
    kind = f"signal=SIG{fault}" if fault in SIGNALS else f"error={fault}"
    return ["-f", "-q", "-o", trace, "-e", f"trace=?renameat,?renameat2,?rename,?{call}", "-e", f"inject={call}:{kind}:when={number}"]


def command(arguments, *how):
    """The command under strace."""
    return ["strace", *options(*how), *arguments]


def calls(trace):
    """The calls of a run as (name, its number among those of its thread, where): by the loader, before standard input was read, or behind that."""
    counts, where, listed = collections.Counter(), "loader", []
    with open(trace, errors="replace") as lines:
        for line in lines:
            if where == "loader" and BEGUN.search(line): where = "start"
            found = CALL.match(line)
            if not found: continue
            counts[found[1], found[2]] += 1
            if where == "start" and found[2] == "read" and found[3].startswith("0,"): where = "stream"
            listed.append((found[2], counts[found[1], found[2]], where))
    return listed


def outcome(trace):
    """Whether a fault fired, and whether what it hit had been committed by then."""
    with open(trace, errors="replace") as file: text = file.read()
    fired = FIRED.search(text)
    return bool(fired), bool(fired and COMMITTED.search(text[:fired.start()]))


def status_of(code):
    """The exit status as a shell tells it; strace ends by the signal that its child ended by."""
    return 128 - code if code < 0 else code


def reset_signals():
    """Python ignores SIGPIPE, and its children would inherit that."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def run(arguments, folder, source, output, how):
    """Runs a command under strace from its start; its exit status and messages."""
    with open(source, "rb") as stdin, open(output, "wb") as stdout:
        done = subprocess.run(command(arguments, *how), cwd=folder, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE, preexec_fn=reset_signals)
    return status_of(done.returncode), done.stderr.decode(errors="replace")


def run_attached(arguments, folder, source, output, how):
    """The same from the moment when the command waits for its input, so that calls are counted without those of the loader."""
    with open(source, "rb") as file: content = file.read()
    with open(output, "wb") as stdout:
        process = subprocess.Popen(arguments, cwd=folder, stdin=subprocess.PIPE, stdout=stdout, stderr=subprocess.PIPE, preexec_fn=reset_signals)
    until(lambda: waits_for_input(process))
    tracer = subprocess.Popen(["strace", *options(*how), "-p", str(process.pid)], cwd=folder, stderr=subprocess.DEVNULL)
    until(lambda: is_traced(process) or tracer.poll() is not None)
    try:
        _, messages = process.communicate(content, timeout=60)
    except subprocess.TimeoutExpired:
        process.kill()
        messages = b"it hangs"
    process.wait()
    tracer.wait()
    return status_of(process.returncode), messages.decode(errors="replace")


def until(holds):
    deadline = time.monotonic() + 30
    while not holds():
        if time.monotonic() > deadline: raise TimeoutError("strace does not attach")
        time.sleep(0.0005)


def waits_for_input(process):
    """Whether the first thread is in a read, or a poll, of standard input."""
    if process.poll() is not None: return True
    with open(f"/proc/{process.pid}/syscall") as file: words = file.read().split()
    return words[:2] == ["0", "0x0"] or words[0] in ("7", "271")


def is_traced(process):
    """Whether every thread has its tracer."""
    try:
        for thread in os.listdir(f"/proc/{process.pid}/task"):
            with open(f"/proc/{process.pid}/task/{thread}/status") as file:
                if "TracerPid:\t0\n" in file.read(): return False
    except OSError:
        return True  # it has ended
    return True
