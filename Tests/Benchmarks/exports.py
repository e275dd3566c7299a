"""Times kt-sink and kt-source beside gzip, pigz and zstd: one artifact, 90 days x teams, and reading back."""
import glob, os, shutil, subprocess, sys

from timing import Command, run_timed, run_watching_memory, say

HEAD = ("| what | seconds | MB/s | CPU s | peak MiB | files | MB stored | size is | speed is |\n"
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|")


def measure(commands, runs):
    """One untimed run for the memory, then the commands in turn; slow ones run once."""
    for command in commands: run_watching_memory(command)
    for number in range(runs):
        for command in commands:
            if number == 0 or not command.part: run_timed(command)


def stored(path):
    """The number and bytes of the files that a command left; manifests and sums left out."""
    files = [path] if os.path.isfile(path) else [
        os.path.join(place, name) for place, _, names in os.walk(path) for name in names]
    files = [file for file in files if not file.endswith(("manifest.json", "SHA256SUMS"))]
    return len(files), sum(map(os.path.getsize, files))


class Bench:
    def __init__(self, whole, folder, tools, runs):
        self.whole, self.size, self.runs = whole, os.path.getsize(whole), runs
        self.folder, self.tools, self.threads = folder, tools, str(os.cpu_count())
        self.outputs = {}

    def clean(self, output):
        def remove():
            if os.path.isdir(output): shutil.rmtree(output)
            for path in (output, output + ".manifest.json"):
                if os.path.isfile(path): os.remove(path)
        return remove

    def sink(self, name, path, *options):
        """kt-sink over the file, as unframed input so that nothing else takes time."""
        output = os.path.join(self.folder, path.split("/")[0])
        command = Command(name, [[os.path.join(self.tools, "kt-sink"), "--unframed", "--threads", self.threads,
                                  *options, os.path.join(self.folder, path)]], self.size,
                          input=self.whole, before=self.clean(output))
        self.outputs[name] = output
        return command

    def peer(self, name, program, path, slow=False):
        """A compressor that writes to standard output, into a file."""
        if not shutil.which(program[0]):
            print(f"\nskipped: {program[0]} is not installed")
            return None
        output = os.path.join(self.folder, path)
        script = 'out=$1; shift; exec "$@" >"$out"'
        command = Command(name, [["sh", "-c", script, "sh", output, *program]], self.size, part=slow,
                          input=self.whole, before=self.clean(output))
        self.outputs[name] = output
        return command

    def table(self, title, commands, reference):
        commands = [command for command in commands if command]
        say(title)
        measure(commands, self.runs)
        base = next((command for command in commands if command.name == reference), None)
        print(f"\n### {title}\n\n{HEAD}")
        for command in commands:
            files, size = stored(self.outputs[command.name]) if command.name in self.outputs else (0, 0)
            base_size = stored(self.outputs[base.name])[1] if base and base.name in self.outputs else 0
            print(f"| {command.name}{' *' if command.part else ''} | {command.seconds:.2f} | {command.rate:,.0f} "
                  f"| {sum(command.processor_times) / len(command.processor_times):.2f} | {command.peak_bytes / 2**20:.0f} "
                  f"| {files or ''} | {f'{size / 1e6:.1f}' if size else ''} "
                  f"| {f'{100 * size / base_size - 100:+.2f} %' if size and base_size else ''} "
                  f"| {f'{base.seconds / command.seconds:.2f} x' if base else ''} |")
        sys.stdout.flush()


def compare(whole, folder, tools, runs):
    bench = Bench(whole, folder, os.path.abspath(tools), runs)
    n = bench.threads
    print(f"\n## Exports\n\n{bench.size / 1e6:.0f} MB of events of 90 days, in the page cache; {n} threads, level 6 (zstd: 3); medians of {runs} interleaved "
          "runs (`*`: one run); size and speed beside pigz. kt-sink also validates every event, hashes, makes durable and reads back.")
    sink = [("zlib", "--gzip-engine", "zlib"), ("libdeflate", "--gzip-engine", "libdeflate")]
    # An engine that is not installed ends with 4 before anything is read.
    missing = subprocess.run([os.path.join(bench.tools, "kt-sink"), "--unframed", "--gzip-engine", "libdeflate", os.path.join(folder, "probe.gz")],
                             stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0
    bench.clean(os.path.join(folder, "probe.gz"))()
    if missing:
        print("\nskipped: libdeflate is not installed")
        sink = sink[:1]
    pigz = bench.peer(f"pigz -6 -p {n}", ["pigz", "-6", "-p", n, "-c"], "pigz.gz")
    bench.table("one artifact", [
        *[bench.sink(f"kt-sink, {name}", f"one-{name}.jsonl.gz", *options) for name, *options in sink],
        bench.sink("kt-sink, zstd", "one.jsonl.zst"), pigz,
        bench.peer("gzip -6", ["gzip", "-6", "-c"], "gzip.gz", slow=True),
        bench.peer(f"zstd -3 -T{n}", ["zstd", "-q", "-3", f"-T{n}", "-c"], "zstd.zst")], f"pigz -6 -p {n}")
    pigz = bench.peer(f"pigz -6 -p {n}, one file", ["pigz", "-6", "-p", n, "-c"], "pigz.gz")
    bench.table("90 days x teams", [
        *[bench.sink(f"kt-sink, {name}", f"many-{name}/{{date}}/{{team}}.jsonl.gz", *options) for name, *options in sink],
        bench.sink("kt-sink, zstd", "many-zstd/{date}/{team}.jsonl.zst"),
        bench.sink("kt-sink, plain", "many-plain/{date}/{team}.jsonl"), pigz], f"pigz -6 -p {n}, one file")
    days = os.path.join(folder, "days")
    bench.clean(days)()
    with open(whole, "rb") as events:
        subprocess.run([os.path.join(bench.tools, "kt-sink"), "--unframed", "--gzip-engine", "zlib", days + "/{date}.jsonl.gz"],
                       stdin=events, check=True)
    files = sorted(glob.glob(days + "/*.gz"))
    source = os.path.join(bench.tools, "kt-source")
    peers = [Command(name, [[*program, *files]], bench.size) if shutil.which(program[0]) else None
             for name, program in [("zcat", ["zcat"]), ("pigz -dc", ["pigz", "-dc"])]]
    bench.table(f"reading {len(files)} gz files", [
        Command("kt-source", [[source, "--no-frame", days]], bench.size),
        Command("kt-source --no-verify", [[source, "--no-frame", "--no-verify", days]], bench.size),
        Command("kt-source --since, 9 of 90 days", [[source, "--no-frame", "--since", "2026-01-10", "--until", "2026-01-19", days]], bench.size),
        Command("kt-source --order time", [[source, "--no-frame", "--order", "time", days]], bench.size), *peers], "zcat")
    for name in os.listdir(folder):
        if name.startswith(("one", "many", "pigz", "gzip", "zstd", "days")): bench.clean(os.path.join(folder, name))()
