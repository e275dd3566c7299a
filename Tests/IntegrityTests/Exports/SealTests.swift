import Bytes
import DecisionEvent
import Digests
import EventJSON
import Foundation
import TestSupport
import Testing

@testable import Integrity

@Suite struct SealTests {
  private func vector(_ name: String) throws -> [UInt8] {
    let file = Locations.repository.appendingPathComponent("Tests/IntegrityTests/Vectors/\(name)")
    return Array(try Data(contentsOf: file))
  }

  private func seal(_ text: String) throws -> Seal {
    let bytes = Array(text.utf8)
    return try Seal(bytes.span)
  }

  private func sample() throws -> String {
    String(decoding: try vector("kt/day1/manifest.json"), as: UTF8.self)
  }

  @Test func sealOfTheSampleExportComesBackByteForByte() throws {
    let manifest = try vector("kt/day1/manifest.json")
    var form = CanonicalForm()
    var expected = Output()
    try form.append(event: manifest.span, to: &expected)
    let seal = try Seal(manifest.span)
    let canonical = copy(expected.bytes)
    #expect(seal.text == canonical)
    #expect(seal.origin == "audit.example/org/acme" && seal.export == "exp_0001")
    #expect(seal.first == 0 && seal.count == 60 && seal.index == 60 && seal.size == 61)
    #expect(seal.tally.count(of: "allowed", in: "policy_outcome") == 56)
    #expect(seal.time?.isSorted == true && seal.time?.field == "timestamp")
    #expect(seal.files.map(\.name) == ["events.jsonl"] && seal.isFramed == nil)
  }

  @Test func everythingThatASealSaysIsReadBack() throws {
    var seal = Seal(
      tool: "kt-hash 1", created: try #require(Timestamp("2026-01-02T00:00:05Z")), origin: "o",
      export: "é\"", saltID: "0011223344556677", count: 3,
      previous: LogState(
        size: 1, root: digest(1), frontier: [digest(2)]))
    seal.filter = "team == \"legal\""
    seal.source = LogSource(origin: "p", size: 9, root: digest(3))
    seal.isFramed = true
    seal.files = [
      FileRecord(
        name: "a.gz", bytes: 5, sha256: digest(4), first: 1, count: 3,
        encoding: .init(name: "gzip", contentSHA256: digest(5)))
    ]
    let text = seal.text
    let again = try Seal(text.span)
    #expect(again.text == text)
    #expect(again.filter == seal.filter && again.source == seal.source)
    #expect(again.files == seal.files && again.isFramed == true)
    #expect(again.first == 1 && again.index == 4 && again.previous == seal.previous)
  }

  @Test(arguments: [
    ("\"kt\":\"seal/1\"", "\"kt\":\"seal/2\"", "kt"),
    ("\"canon\":\"kt-canon/1\"", "\"canon\":\"jcs\"", "canon"),
    ("\"count\":60,\"created\"", "\"count\":-1,\"created\"", "count"),
    ("\"count\":60,\"created\"", "\"count\":6.0,\"created\"", "count"),
    ("\"count\":60,\"created\"", "\"count\":9999999999999999,\"created\"", "count"),
    ("\"first\":0,\"kt\"", "\"first\":1,\"kt\"", "first"),
    ("\"created\":\"2026-01-02T00:00:05Z\"", "\"created\":\"yesterday\"", "created"),
    ("\"frontier\":[]", "\"frontier\":[\"AA==\"]", "prev"),
    ("\"frontier\":[]", "\"frontier\":{}", "prev"),
    ("{\"_kt\"", "[\"_kt\"", ""),
    ("\"min\":\"2026", "\"min\":\"2027", "time"),
    ("\"allowed\":56", "\"allowed\":\"56\"", "tally"),
    ("\"sha256\":\"e43d", "\"sha256\":\"e43", "files"),
    ("\"origin\":\"", "\"origin\":1,\"x\":\"", "origin"),
  ])
  func sealsWithAnotherMemberAreRefusedByItsName(
    old: String, new: String, member: String
  ) throws {
    let text = try sample()
    try #require(text.contains(old))
    let changed = text.replacingOccurrences(of: old, with: new)
    #expect(throws: Seal.Malformed(member: member)) { try seal(changed) }
  }

  @Test func filesOfASealMayBeMasked() throws {
    let text = try sample()
    let start = try #require(text.range(of: "\"files\":["))
    let end = try #require(text.range(of: "],\"filter\""))
    let masked =
      text[..<start.lowerBound] + "\"files\":\"[REDACTED]\"" + text[end.lowerBound...].dropFirst()
    #expect(try seal(String(masked)).files.isEmpty)
  }

  private func digest(_ byte: UInt8) -> Digest256 {
    let bytes = [UInt8](repeating: byte, count: 32)
    guard let digest = Digest256(bytes.span) else { preconditionFailure("32 bytes") }
    return digest
  }
}
