import Foundation
import TestSupport
import Testing

/// What events cost in memory that is asked for (spec/house.md, section 2.5).
@Suite struct AllocationTests {
  /// 1,000 and 10,000 events allocate the same number of times (spec/house.md, 2.5).
  ///
  /// Of the release executables only: in a debug build, checks allocate.
  @Test(.enabled(if: canCountAllocations, "needs KT_BIN, valgrind, python3 and strip"))
  func anEventAllocatesNothing() throws {
    let folder = try TemporaryFolder()
    for command in [
      "kt-filter --verdict blocked --team legal,hr --since 2026-01-01 events.jsonl",
      "kt-filter -i --text kubernetes --policy 'pii*=pass' --stats events.jsonl",
      "kt-filter --where 'cost > 0.001 and not model ~ \"^g\" or user contains \"a\"' events.jsonl",
      "kt-source --no-frame events.jsonl", "kt-source --no-frame --dedupe events.jsonl",
      "kt-wrap -- cat <events.jsonl", "kt-format --from csv events.csv",
      "kt-format --to csv events.jsonl", "kt-format --to json events.jsonl",
      "kt-format --canonical events.jsonl", "kt-format --to hec --fields team events.jsonl",
      "kt-format --to elastic --ecs events.jsonl", "kt-format --to ocsf --texts events.jsonl",
      "kt-format --to otlp events.jsonl", "kt-format --to syslog events.jsonl",
      "kt-format --to table events.jsonl", "kt-redact --detect all events.jsonl",
      "kt-redact --detect none --drop team --mask user --replace model=x events.jsonl",
    ] {
      let few = try Self.allocations(of: command, events: 1_000, in: folder.url)
      let many = try Self.allocations(of: command, events: 10_000, in: folder.url)
      #expect(abs(many - few) <= 8, "\(command): \(few) and \(many)")
    }
  }

  /// kt-check knows all ids, teams and users, in tables that double a few times.
  @Test(.enabled(if: canCountAllocations, "needs KT_BIN, valgrind, python3 and strip"))
  func aCheckedEventAllocatesNothingButRoomInTables() throws {
    let folder = try TemporaryFolder()
    let command = "kt-check --require none --max-gap 1h events.jsonl"
    let few = try Self.allocations(of: command, events: 1_000, in: folder.url)
    let many = try Self.allocations(of: command, events: 10_000, in: folder.url)
    #expect(abs(many - few) <= 24, "\(command): \(few) and \(many)")
  }

  /// swift-crypto makes one heap object for each hash; kt-hash adds nothing to that.
  ///
  /// `verify --log` computes the tree over the leaves, too, which is a hash for each event, and
  /// four more objects for every 64 of them.
  @Test(.enabled(if: canCountAllocations, "needs KT_BIN, valgrind, python3 and strip"))
  func hashesAreAllThatAnEventAllocates() throws {
    let folder = try TemporaryFolder()
    let seal = """
      kt-hash keygen bench.example/house > key 2> said
      tail -n 1 said > verifier.pub
      chmod 600 key
      rm -rf sealed
      kt-hash add --key-file key --export e --out sealed --stats=json events.jsonl > /dev/null 2> said
      """
    func number(_ pattern: String, in text: String) throws -> Int {
      let found = try #require(text.range(of: pattern, options: .regularExpression))
      return try #require(Int(text[found].filter(\.isNumber)))
    }
    func surplus(of command: String, events: Int, leaves: Bool, perEvent: Int) throws -> Int {
      let all = try Self.allocations(of: command, events: events, after: seal, in: folder.url)
      let said = try runScript(
        "cat said; kt-hash verify events.jsonl 2>&1 >/dev/null", in: folder.url)
      let texts = try number("[0-9]+ content hash", in: said.outputText)
      let hashes = leaves ? try number("\"hashes\":[0-9]+", in: said.outputText) : 0
      return all - texts - hashes - events * perEvent
    }
    for (command, leaves, perEvent, allowance) in [
      ("kt-hash verify --threads 1 events.jsonl", false, 0, 8),
      ("kt-hash add --threads 1 --salt sealed/salt --out part events.jsonl", true, 0, 8),
      (
        "kt-hash verify --threads 1 --log sealed --trust verifier.pub events.jsonl", true, 1,
        9_000 / 64 * 5
      ),
    ] {
      let few = try surplus(of: command, events: 1_000, leaves: leaves, perEvent: perEvent)
      let many = try surplus(of: command, events: 10_000, leaves: leaves, perEvent: perEvent)
      #expect(abs(many - few) <= allowance, "\(command): \(few) and \(many)")
    }
  }

  private static let canCountAllocations =
    ProcessInfo.processInfo.environment["KT_BIN"] != nil && isInstalled("valgrind")
    && isInstalled("python3") && isInstalled("strip")

  /// How often a command over so many events asks for memory; `before` prepares its folder.
  private static func allocations(
    of command: String, events count: Int, after before: String = "", in folder: URL
  ) throws -> Int {
    let generator = Locations.repository.appendingPathComponent("Tests/Benchmarks/gen_events.py")
    let result = try runScript(
      """
      set -e
      python3 '\(generator.path)' --count \(count) --shape mixed > events.jsonl
      # Without what debuggers need, which valgrind does not read of every compiler.
      for tool in kt-source kt-filter kt-check kt-wrap kt-format kt-redact kt-hash; do strip -o "$tool" "$(command -v "$tool")"; done
      kt-format --to csv events.jsonl > events.csv
      \(before)
      PATH="$PWD:$PATH" valgrind --log-file=log \(command) > /dev/null
      grep -o 'total heap usage: [0-9,]*' log | tr -dc 0-9
      """, in: folder, timeout: 300)
    #expect(result.status == 0, "\(result.errorText)")
    return try #require(Int(result.outputText))
  }
}
