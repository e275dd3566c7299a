import Foundation
import TestSupport
import Testing

/// Writers and rotations while `kt-source --follow` reads, is told to stop or is killed, and reads
/// on: of the frames that ended well, every event stands in one, and in no second one unless the
/// process was killed between the frame's end and the cursor.
@Suite struct FollowModelTests {
  /// The writers: a script, so that it goes on while the source reads.
  private static let writers = """
    import gzip, os, random, shutil, sys, time
    seed, steps = int(sys.argv[1]), int(sys.argv[2])
    generator = random.Random(seed)
    written = open("written", "a")
    number = 0
    def event():
        global number
        number += 1
        written.write(f"e{seed}-{number}\\n")
        text = "x" * generator.choice([10, 10, 10, 9000])
        return f'{{"id":"e{seed}-{number}","text":"{text}"}}\\n'
    def append(name, text):
        with open("events/" + name, "a") as file:
            # In two writes, so that a reader sees half a line.
            cut = generator.randrange(len(text))
            file.write(text[:cut]); file.flush()
            time.sleep(generator.choice([0, 0, 0.01]))
            file.write(text[cut:])
    for step in range(steps):
        log = f"log{generator.randrange(3)}"
        kind = generator.randrange(8)
        here = os.path.exists(f"events/{log}.jsonl") and os.path.getsize(f"events/{log}.jsonl") > 0
        if kind < 5:
            append(log + ".jsonl", "".join(event() for _ in range(generator.randrange(1, 9))))
        elif kind == 5 and here:
            os.rename(f"events/{log}.jsonl", f"events/{log}.{seed}.{step}.jsonl")
        elif kind == 6 and here:
            # What a rotation copies is there as a whole at once.
            shutil.copy(f"events/{log}.jsonl", "copy")
            os.rename("copy", f"events/{log}.{seed}.{step}.jsonl")
            os.truncate(f"events/{log}.jsonl", 0)
        elif kind == 7:
            with gzip.open("packed", "wt") as file: file.write(event())
            os.rename("packed", f"events/packed.{seed}.{step}.jsonl.gz")
        time.sleep(generator.choice([0, 0.01, 0.05]))
    """

  private static let script = """
    follow() { kt-source --follow --cursor cursor --frame-every $1 events > out.$2 2>> messages & pid=$!; }
    mkdir events
    for round in 1 2 3; do
      follow 7 $round
      python3 writers.py $((SEED + round)) 25
      kill -$SIGNAL $pid; wait $pid; echo "$?" >> statuses
    done
    # What is left is what nobody has taken yet.
    kt-source --cursor cursor events > out.last; echo "last $?" >> statuses
    """

  private func run(signal: String, seed: UInt64) throws -> (events: [String], written: [String]) {
    let folder = try TemporaryFolder()
    try Data(Self.writers.utf8).write(to: folder.url.appendingPathComponent("writers.py"))
    _ = try runScript(
      Self.script, in: folder.url,
      environment: ["SEED": "\(seed % 1_000_000)", "SIGNAL": signal])
    func lines(_ name: String) throws -> [String] {
      let path = folder.url.appendingPathComponent(name)
      return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }
    let statuses = try lines("statuses").joined(separator: " ")
    let expected = signal == "TERM" ? "0 0 0 last 0" : "137 137 137 last 0"
    #expect(statuses == expected, "\((try? lines("messages")) ?? [])")
    var events: [String] = []
    for name in ["out.1", "out.2", "out.3", "out.last"] {
      var frame: [String] = []
      for line in try lines(name) {
        if line.contains("\"end\"") {
          #expect(line.contains("\"status\":\"complete\""))
          events += frame
          frame = []
        } else if line.hasPrefix("{\"id\"") {
          frame.append(String(line.dropFirst(7).prefix { $0 != "\"" }))
        }
      }
    }
    return (events, try lines("written"))
  }

  @Test(.enabled(if: isInstalled("python3"))) func everyEventStandsInOneFrame() throws {
    let seed = SeededGenerator(for: "everyEventStandsInOneFrame").seed
    let (events, written) = try run(signal: "TERM", seed: seed)
    #expect(Set(events) == Set(written))
    #expect(events.count == written.count)
  }

  @Test(.enabled(if: isInstalled("python3"))) func noEventIsLostWhenTheProcessIsKilled() throws {
    let seed = SeededGenerator(for: "noEventIsLostWhenTheProcessIsKilled").seed
    let (events, written) = try run(signal: "KILL", seed: seed)
    #expect(Set(events) == Set(written))
    // At each kill, a frame of seven may have been taken and not remembered.
    #expect(events.count <= written.count + 3 * 7)
  }
}
