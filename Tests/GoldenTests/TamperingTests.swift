import Foundation
import TestSupport
import Testing

/// What is done to a file of evidence, or to the events.
enum Tampering: String, CaseIterable, Sendable {
  case flip, drop, double, swap, insert

  /// The file with one unit of `size` bytes tampered with at `offset`.
  func apply(to data: Data, at offset: Int, size: Int) -> Data {
    var bytes = [UInt8](data)
    let unit = offset..<min(offset + size, bytes.count)
    switch self {
    case .flip: bytes[offset] ^= 1
    case .drop: bytes.removeSubrange(unit)
    case .double: bytes.insert(contentsOf: bytes[unit], at: offset)
    case .insert: bytes.insert(contentsOf: [UInt8](repeating: 0x78, count: size), at: offset)
    case .swap:
      let next = unit.upperBound..<min(unit.upperBound + size, bytes.count)
      bytes.replaceSubrange(
        unit.lowerBound..<next.upperBound, with: Array(bytes[next]) + Array(bytes[unit]))
    }
    return Data(bytes)
  }
}

/// A file of an export's evidence, and what must be found when it is tampered with.
struct EvidenceFile: CustomTestStringConvertible, Sendable {
  let name: String
  /// The unit that is dropped, doubled, swapped and put in, in bytes.
  let unit: Int
  /// How many bytes lie between two such places: every byte is flipped, and the others are samples.
  let stride: Int
  /// The statuses and codes that tell it.
  let findings: [String]

  var testDescription: String { name }

  static let all = [
    EvidenceFile(
      name: "checkpoint", unit: 1, stride: 5,
      findings: ["1 bad-checkpoint", "1 bad-signature", "4 untrusted-key"]),
    EvidenceFile(name: "manifest.json", unit: 1, stride: 13, findings: ["1 seal-mismatch"]),
    EvidenceFile(name: "leaves", unit: 32, stride: 32, findings: ["1 root-mismatch"]),
    EvidenceFile(name: "salt", unit: 1, stride: 5, findings: ["4 wrong-salt"]),
  ]
}

/// Every tampering with a small export is found and named, by the executable.
@Suite struct TamperingTests {
  @Test(arguments: EvidenceFile.all, Tampering.allCases)
  func changedEvidenceIsNamed(_ file: EvidenceFile, _ tampering: Tampering) throws {
    let folder = try TemporaryFolder()
    #expect(try runScript(". \"$EVENTS/sealed\"; seal_five", in: folder.url).status == 0)
    let content = try Data(contentsOf: folder.url.appendingPathComponent("q1.kt/\(file.name)"))
    var changes = 0
    let step = tampering == .flip ? 1 : file.stride
    for offset in stride(from: 0, to: content.count, by: step) {
      let changed = tampering.apply(to: content, at: offset, size: file.unit)
      guard changed != content else { continue }
      try place(changed, file.name, "at-\(offset)", in: folder)
      changes += 1
    }
    #expect(changes > 3)
    let result = try runScript(Self.verification(file.findings), in: folder.url)
    #expect(result.outputText == "caught \(changes)\n", "\(result.errorText)")
  }

  /// A folder of evidence with one file of its own; the others are links.
  private func place(
    _ content: Data, _ name: String, _ place: String, in folder: TemporaryFolder
  ) throws {
    let copy = folder.url.appendingPathComponent(place)
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: false)
    for other in EvidenceFile.all.map(\.name) where other != name {
      try FileManager.default.linkItem(
        at: folder.url.appendingPathComponent("q1.kt/\(other)"),
        to: copy.appendingPathComponent(other))
    }
    try content.write(to: copy.appendingPathComponent(name))
  }

  /// Verifies against each folder; prints those where it is not told as it must be, and how many
  /// were caught.
  private static func verification(_ findings: [String]) -> String {
    """
    . "$EVENTS/sealed"
    for d in at-*; do
      kt-hash verify --log $d --trust "$trust" --threads 1 <five.jsonl >/dev/null 2>said
      status=$?
      IFS= read -r first <said
      code=${first#'{"code":"'}
      case "$status ${code%%\\"*}" in
        \(findings.map { "\"\($0)\"" }.joined(separator: " | "))) caught=$((caught + 1)) ;;
        *) echo "$d $status $first" ;;
      esac
    done
    echo caught $caught
    """
  }
}

extension TamperingTests {
  /// What sed does to line N, and what must be found then.
  static let editings: [(name: String, edit: String, finding: String)] = [
    ("edit", "${n}s/\"id\":\"/\"id\":\"x/", #"{"code":"edited","line":$n,"index":$((n-1))}"#),
    (
      "retype", "${n}s/\"team\":\"t\\(.\\)\"/\"team\":\\1/",
      #"{"code":"edited","line":$n,"index":$((n-1))}"#
    ),
    ("drop", "${n}d", #"{"code":"removed","index":$((n-1)),"after_line":$((n-1))}"#),
    ("double", "${n}p", #"{"code":"duplicate","line":$((n+1)),"index":$((n-1))}"#),
    ("insert", "${n}i {\"id\":\"forged\"}", #"{"code":"inserted","line":$n}"#),
    (
      "cut", "${n}s/.$//",
      #"{"code":"refused","line":$n,"index":$((n-1)),"reason":"not-json"}"#
    ),
  ]

  /// Every event, with the salt and with receipts alone, on one thread and on many.
  @Test(arguments: editings.indices, [false, true])
  func changedEventIsNamedByItsLine(_ index: Int, _ hasReceipts: Bool) throws {
    let (name, edit, finding) = Self.editings[index]
    // Without the salt nothing can be told of a line that brings no receipt.
    guard name != "insert" || !hasReceipts else { return }
    let folder = try TemporaryFolder()
    let prove =
      hasReceipts ? "kt-hash prove --log q1.kt five.jsonl 2>/dev/null >events; rm q1.kt/salt" : ""
    let result = try runScript(
      """
      . "$EVENTS/sealed"; seal_five; cp five.jsonl events
      \(prove)
      for n in 1 2 3 4 5; do for threads in 1 3; do
        sed "\(edit.replacingOccurrences(of: "\"", with: "\\\""))" events |
          kt-hash verify --log q1.kt --trust "$trust" --threads $threads >/dev/null 2>said
        status=$?
        finding="\(finding.replacingOccurrences(of: "\"", with: "\\\""))"
        [ $status = 1 ] && [ "$(grep -c '^{' said)" = 1 ] && grep -qxF "$finding" said ||
          echo "\(name) $n: $status $(cat said), and expected $finding"
      done; done
      """, in: folder.url)
    #expect(result.outputText.isEmpty, "\(result.outputText)\(result.errorText)")
  }

  /// Two events that stand one in the other's place.
  @Test func swappedEventIsNamed() throws {
    let folder = try TemporaryFolder()
    let result = try runScript(
      """
      . "$EVENTS/sealed"; seal_five
      for n in 1 2 3 4; do
        sed "${n}{h;d};$((n + 1))G" five.jsonl |
          kt-hash verify --log q1.kt --trust "$trust" >/dev/null 2>said
        echo "$? $(grep '^{' said)"
      done
      """, in: folder.url)
    let lines = (1...4).map { "1 {\"code\":\"moved\",\"line\":\($0),\"index\":\($0)}\n" }
    #expect(result.outputText == lines.joined(), "\(result.errorText)")
  }
}
