import Bytes
import Digests
import EventJSON
import Foundation
import TestSupport
import Testing

@testable import Commitments

@Suite struct EventHasherTests {
  private func hashes(_ line: String, _ salt: ExportSalt) throws -> EventHashes {
    var hasher = EventHasher(salt: salt)
    let bytes = Array(line.utf8)
    return try hasher.hash(bytes.span)
  }

  @Test func theWorkedExampleOfTheSpecificationHolds() throws {
    let hashes = try hashes(WorkedExample.line, WorkedExample.salt())
    #expect(
      hashes.digest.bytes.hexadecimal
        == "237df98137f9416f1e05aec77f151e5a887439a6c4c743c936496752475e6304")
    #expect(hashes.seed.bytes.hexadecimal == "143720b6e8062ef31a03339ca3c70870")
    #expect(
      hashes.root.bytes.hexadecimal
        == "804bcb7fe4581d1d79812c301578ee9f795972a97c371a0de5611831ee331f01")
    #expect(
      hashes.leaf.bytes.hexadecimal
        == "442e0a8511745c8b5aeeaeff02eec2767e31827eeceb47e17117fa216033375f")
  }

  @Test func theSecondEventOfTheWorkedExampleHolds() throws {
    let hashes = try hashes(#"{"event_id":"evt_002","team":"hr"}"#, WorkedExample.salt())
    #expect(
      hashes.leaf.bytes.hexadecimal
        == "6fa0c8c4db68176915e510dad34c0d6bb41ce107f8ce5b1df3075b11749cb9db")
  }

  private struct Row: Decodable {
    let event: String
    let respelled: String
    let digest: String
    let seed: String
    let root: String
    let leaf: String
  }

  @Test func theVectorsOfCommitmentsHoldInBothSpellings() throws {
    let rows = try Vectors.rows("commit.jsonl", of: Row.self)
    #expect(rows.count == 31)
    let salt = try Vectors.salt()
    for row in rows {
      for line in [row.event, row.respelled] {
        let hashes = try hashes(line, salt)
        #expect(hashes.digest.bytes.hexadecimal == row.digest)
        #expect(hashes.seed.bytes.hexadecimal == row.seed)
        #expect(hashes.root.bytes.hexadecimal == row.root)
        #expect(hashes.leaf.bytes.hexadecimal == row.leaf)
      }
    }
  }

  /// Written down from the specification's formulas: what is hashed of the worked example.
  @Test func everyHashAndEveryByteOfTheWorkedExampleIsCounted() throws {
    var hasher = EventHasher(salt: try WorkedExample.salt())
    let line = Array(WorkedExample.line.utf8)
    _ = try hasher.hash(line.span)
    var form = CanonicalForm()
    let canonical = try collect { try form.append(event: line.span, to: &$0) }
    let leaves = [
      "[]", #""sha256:039cdb909b788620ba27797cbc54c9687227815f740863f9a37b7c22dae93816""#,
      "0.0047", #""evt_001""#, #""Contact ""#, #""jane.doe@company.com, ""#, #""please.""#,
      "1767225600123456789", #""legal""#,
    ]
    // Seven members take six splits, three segments two; one member takes none.
    let splits = 6 + 2
    let names =
      #"["citations","content_hashes","cost_usd","event_id","input","seq","team"]"#
    let containers = [1 + names.utf8.count + 7 * 32, 1 + 9 + 32, 1 + 3 * 32]
    // And the digest, the seed and the leaf of the log.
    let others = [canonical.count, 1 + 32 + 32, 1 + 11 + 32]
    #expect(hasher.hashCount == leaves.count + splits + containers.count + others.count)
    #expect(
      hasher.hashedByteCount == leaves.reduce(0) { $0 + 1 + 16 + $1.utf8.count } + splits * 17
        + containers.reduce(0, +) + others.reduce(0, +))
  }

  @Test func eventsHashedElsewhereGiveTheSameLeavesInOrder() throws {
    let rows = try Vectors.rows("commit.jsonl", of: Row.self)
    var events = CanonicalEvents(capacity: 1)
    var form = CanonicalForm()
    for row in rows {
      let line = Array(row.respelled.utf8)
      try events.append(line.span, using: &form)
      let bad = Array(#"{"a":1,"a":1}"#.utf8)
      #expect(throws: CanonicalRefusal.duplicateKey) { try events.append(bad.span, using: &form) }
    }
    #expect(events.count == rows.count)
    var hasher = EventHasher(salt: try Vectors.salt())
    let leaves = collect { hasher.appendLeaves(of: events, to: &$0) }
    #expect(leaves == (try rows.flatMap { try Vectors.bytes($0.leaf) }))
    events.removeAll()
    #expect(events.count == 0 && events.byteCount == 0)
  }

  @Test func aRefusedLineIsCommittedAsAnEventOfItsBytes() throws {
    var hasher = EventHasher(salt: try WorkedExample.salt())
    let bad: [UInt8] = [0x7B, 0xFF, 0x0D]
    let hashes = hasher.hash(refused: bad.span)
    let event = Array(#"{"raw":"e/8N","kt":"line/1"}"#.utf8)
    #expect(try hasher.hash(event.span) == hashes)
    #expect(
      collect { RefusedLine.append(bad.span, to: &$0) }
        == Array(#"{"kt":"line/1","raw":"e/8N"}"#.utf8))
  }

  @Test func theReceiptOfAnEventChangesNothing() throws {
    let salt = try WorkedExample.salt()
    let plain = try hashes(#"{"a":[1,{"b":"x"}]}"#, salt)
    #expect(try hashes(#"{"_kt":{"open":"x"},"a":[1.0e0,{"b":"\u0078"}]}"#, salt) == plain)
    #expect(try hashes(#"{"a":[1,{"_kt":{},"b":"x"}]}"#, salt) != plain)
  }

  @Test func whatLooksAlikeHasAnotherRoot() throws {
    let salt = try WorkedExample.salt()
    let events = [
      "{}", #"{"a":{}}"#, #"{"a":[]}"#, #"{"a":""}"#, #"{"a":null}"#, #"{"a":"null"}"#,
      #"{"a":"é"}"#, #"{"a":"e\u0301"}"#, #"{"a":["b"]}"#, #"{"a":[["b"]]}"#,
      #"{"a":9007199254740993}"#, #"{"a":9007199254740992}"#, #"{"a":"\n"}"#, #"{"a":"\r\n"}"#,
    ]
    let roots = try events.map { try hashes($0, salt).root }
    #expect(Set(roots).count == events.count)
    let plain = try hashes(#"{"a":0,"b":1}"#, salt).root
    #expect(try hashes(#" { "b" : 1.0 , "\u0061" : -0 } "#, salt).root == plain)
  }
}
