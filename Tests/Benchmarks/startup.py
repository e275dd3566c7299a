"""Times each tool over one small event, and watches its memory over a tenth of the file and over all of it."""
import hashlib, json, os, shutil, statistics

import selections
from timing import Command, run_timed, run_watching_memory, say

EVENT = json.dumps({
    "id": "evt_1", "timestamp": "2026-01-05T12:00:00Z", "team": "legal", "model": "gpt-4o", "policy_outcome": "blocked", "user": "ann",
    "input": "hello", "content_hashes": {"input": "sha256:" + hashlib.sha256(b"hello").hexdigest()}}) + "\n"


def stages(bin_folder, folder):
    """Each tool as it stands in a pipeline, reading standard input."""
    tool = lambda name, *arguments: Command(name, [[os.path.join(os.path.abspath(bin_folder), name), *arguments]])
    published = os.path.join(folder, "startup.jsonl")

    def remove():
        for path in (published, published + ".manifest.json"):
            if os.path.exists(path): os.remove(path)

    sink = tool("kt-sink", "--unframed", published)
    sink.before = remove
    verify = tool("kt-hash", "verify")
    verify.quiet = True
    return [tool("kt-source", "--no-frame", "-"), tool("kt-filter", "--verdict", "blocked"), tool("kt-check", "--require", "outcome"),
            tool("kt-redact", "--detect", "all"), verify, tool("kt-format", "--to", "csv"), sink, tool("kt-wrap", "--", "cat")]


def startup_table(commands, folder, runs=50):
    path = os.path.join(folder, "one-event.jsonl")
    with open(path, "w") as out: out.write(EVENT)
    work = selections.WORKS[0]
    peers = [Command("true", [[shutil.which("true")]])]
    for name, arguments in [("jq", ["-c", work.jq]), ("jaq", ["-c", work.jq]), ("rg", ["--no-config", *work.rg[0]])]:
        if shutil.which(name): peers.append(Command(name, [[name, *arguments]]))
        else: print(f"\nskipped: {name} is not installed")
    for command in [*commands, *peers]: command.input = path
    say("start-up")
    for number in range(runs + 1):
        for command in [*commands, *peers]:
            if number == 1: command.walls.clear(); command.processor_times.clear()
            run_timed(command)
    print(f"\n### start-up: one small event, median of {runs} runs\n\n| tool | ms | CPU ms |\n|---|--:|--:|")
    for command in [*commands, *peers]:
        print(f"| {command.name} | {command.seconds * 1e3:.2f} | {statistics.median(command.processor_times) * 1e3:.2f} |", flush=True)


def memory_table(commands, whole, part):
    """Peaks over the part and over the whole: what grows with the stream shows."""
    say("memory of each tool")
    print(f"\n### peak memory, MiB\n\n| tool | {os.path.getsize(part) / 1e6:.0f} MB | {os.path.getsize(whole) / 1e6:.0f} MB |\n|---|--:|--:|")
    for command in commands:
        peaks = []
        for path in (part, whole):
            command.input, command.peak_bytes = path, 0
            run_watching_memory(command)
            peaks.append(command.peak_bytes / 2**20)
        if command.before: command.before()
        print(f"| {' '.join([command.name, *command.stages[0][1:3]]) if command.name != 'kt-sink' else 'kt-sink FILE'} "
              f"| {peaks[0]:.1f} | {peaks[1]:.1f} |", flush=True)


def compare(whole, part, folder, arguments):
    print("\n## Start-up and memory")
    commands = stages(arguments.bin, folder)
    startup_table(commands, folder)
    memory_table(commands, whole, part)
