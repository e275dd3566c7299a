import Foundation
import TestSupport
import Testing

/// Writers, rotations and runs of `kt-source --cursor` in any order, some of them killed: whatever
/// happens, the exported events are those that were written, each once.
@Suite struct CursorModelTests {
  /// What writers do to the files of a folder, and which events they have written.
  private struct World {
    let folder = try? TemporaryFolder()
    var random: SeededGenerator
    var written: Set<String> = []
    var exported: [String] = []
    var logs = 1
    var rotations = 0
    /// The half of a line that a writer has yet to finish, by file.
    var halves: [Int: String] = [:]

    init(_ random: SeededGenerator) { self.random = random }

    var url: URL {
      get throws { try #require(folder).url }
    }

    func shell(_ script: String) throws -> ProcessResult {
      try runScript(script, in: try url)
    }

    /// A new event, at any time of three days; some have long texts.
    mutating func event() -> String {
      let id = "e\(written.count)"
      written.insert(id)
      let day = 1 + random.below(3)
      let hour = 10 + random.below(10)
      let text = String(repeating: "x", count: random.below(5) == 0 ? random.below(9000) : 10)
      return
        "{\"id\":\"\(id)\",\"timestamp\":\"2026-01-0\(day)T\(hour):00:00Z\",\"text\":\"\(text)\"}"
    }

    private func append(_ text: String, to name: String) throws {
      let path = try url.appendingPathComponent("events/\(name)")
      if !FileManager.default.fileExists(atPath: path.path) { try Data().write(to: path) }
      let handle = try FileHandle(forWritingTo: path)
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
    }

    mutating func write() throws {
      let log = random.below(logs)
      var text = halves.removeValue(forKey: log) ?? ""
      for _ in 0..<random.below(20) { text += event() + "\n" }
      if random.below(3) == 0 {
        let line = Array((event() + "\n").utf8)
        let cut = 1 + random.below(line.count - 1)
        text += String(decoding: line[..<cut], as: UTF8.self)
        halves[log] = String(decoding: line[cut...], as: UTF8.self)
      }
      try append(text, to: "log\(log).jsonl")
    }

    mutating func rotate() throws {
      let log = random.below(logs)
      guard halves[log] == nil else { return }
      rotations += 1
      let old = "log\(log).\(rotations).jsonl"
      let isThere = "cd events; [[ -s log\(log).jsonl ]] || exit 0;"
      switch random.below(4) {
      case 0: _ = try shell("\(isThere) mv log\(log).jsonl \(old)")
      case 1: _ = try shell("\(isThere) mv log\(log).jsonl \(old); gzip \(old)")
      case 2: _ = try shell("\(isThere) cp log\(log).jsonl \(old); : > log\(log).jsonl")
      default:
        _ = try shell(
          "mkdir -p events/old; \(isThere) mv log\(log).jsonl old/\(old); : > log\(log).jsonl")
      }
    }

    mutating func appendMember() throws {
      let text = event() + "\n" + event()
      _ = try shell("cd events; echo '\(text)' | gzip >> packed.\(random.below(2)).jsonl.gz")
    }

    mutating func document() throws {
      rotations += 1
      try append("[\(event()),\n\(event())]\n", to: "list\(rotations).json")
    }

    /// Runs the source and takes what it gives, if the cursor moved: a killed run whose cursor did
    /// not is one that did not happen.
    mutating func run(_ options: String, isLast: Bool = false) throws {
      let kill =
        !isLast && random.below(3) == 0 ? "timeout -s KILL 0.0\(random.below(40) + 10)" : ""
      let reader = !isLast && random.below(6) == 0 ? "head -c \(random.below(4000))" : "cat"
      let result = try shell(
        """
        rm -f before; if [[ -e cursor ]]; then cp cursor before; fi
        \(kill) kt-source \(options) --cursor cursor events 2> err | \(reader) > out
        status=${PIPESTATUS[0]}
        # The first cursor is made before anything is read, and has no inputs.
        if cmp -s cursor before || ! grep -q '"path' cursor; then moved=0; else moved=1; fi
        echo "$status $moved"
        """)
      let words = result.outputText.split(whereSeparator: \.isWhitespace)
      let hasMoved = words.last != "0"
      let output = try String(contentsOf: try url.appendingPathComponent("out"), encoding: .utf8)
      let errors = try String(contentsOf: try url.appendingPathComponent("err"), encoding: .utf8)
      let lines = output.split(separator: "\n")
      let isWhole = lines.last?.contains("\"status\":\"complete\"") == true
      if kill.isEmpty, reader == "cat" { #expect(words.first == "0", "\(errors)") }
      guard hasMoved else { return }
      #expect(isWhole)
      for line in lines where line.hasPrefix("{\"id\"") {
        exported.append(String(line.dropFirst(7).prefix { $0 != "\"" }))
      }
    }
  }

  @Test func everyEventIsExportedOnceWhateverHappens() throws {
    let seed = SeededGenerator(for: "everyEventIsExportedOnceWhateverHappens")
    for round in 0..<4 {
      var world = World(SeededGenerator(seed: seed.seed &+ UInt64(round)))
      _ = try world.shell("mkdir events")
      // The options of all runs of a round: the next run of one kind goes on from another.
      let kinds = [
        [""], ["--overlap 1h"], ["", "--until 2026-01-02", "--until 2026-01-03T12:00:00Z"],
        ["--overlap 4h --until 2026-01-02", "--overlap 3h", "--until 2026-01-03"],
      ]
      for _ in 0..<40 {
        switch world.random.below(12) {
        case 0..<5: try world.write()
        case 5: try world.rotate()
        case 6: try world.appendMember()
        case 7: try world.document()
        case 8: world.logs += 1
        default: try world.run(world.random.pick(kinds[round]))
        }
      }
      // Writers finish their lines.
      for (log, rest) in world.halves.sorted(by: { $0.key < $1.key }) {
        _ = try world.shell("printf '%s\\n' '\(rest.dropLast())' >> events/log\(log).jsonl")
      }
      try world.run("", isLast: true)
      #expect(Set(world.exported) == world.written, "round \(round)")
      #expect(world.exported.count == world.written.count, "round \(round)")
    }
  }
}
