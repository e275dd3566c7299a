import Bytes
import Commitments
import Digests
import Foundation
import Stages
import TestSupport
import Testing

@testable import Integrity

@Suite struct ReceiptInspectionTests {
  /// The log of the specification's example: two events, and a checkpoint that signs them.
  private static let second = #"{"event_id":"evt_002","team":"hr"}"#
  private static let checkpoint = """
    audit.example/acme
    2
    A/iFdmlAj4uefv1PpYlhVJooa+K47ir4R+joseYTlJo=

    — audit.example/acme TaURZysb8T0TptMp0rVijFe4zVIEHAM6QSVGqzuHGnYimeso2iv7jeFYaA8dkIyEUwCIAZNWb/t76McveNNTZNRJ2Ak=

    """

  private let folder: TemporaryFolder
  private let hashes: [EventHashes]

  init() throws {
    folder = try TemporaryFolder()
    var hasher = EventHasher(salt: try WorkedExample.salt())
    var hashes: [EventHashes] = []
    for event in [WorkedExample.line, Self.second] {
      let bytes = Array(event.utf8)
      hashes.append(try hasher.hash(bytes.span))
    }
    self.hashes = hashes
    try write(Data(Self.checkpoint.utf8), "checkpoint")
  }

  private func write(_ data: Data, _ name: String) throws {
    try data.write(to: URL(fileURLWithPath: folder.path(name)))
  }

  private func writeLeaves() throws {
    try write(Data(hashes.flatMap(\.leaf.bytes)), "leaves")
  }

  /// An event of the log with its receipt: one that also has `members`.
  private func event(
    _ number: Int, _ members: String, edits: [String: TestEdit] = [:]
  ) throws -> String {
    var editor = try EventEditor(
      number == 0 ? WorkedExample.line : Self.second, seed: hashes[number].seed)
    try editor.apply(edits)
    let line = String(decoding: editor.line, as: UTF8.self)
    return #"{"_kt":{\#(members)"# + line.dropFirst(#"{"_kt":{"#.count)
  }

  /// An event of the log with a path.
  private func proven(_ number: Int, edits: [String: TestEdit] = [:]) throws -> String {
    let path = String(
      decoding: Base64.url.encoded(hashes[1 - number].leaf.bytes), as: UTF8.self)
    return try event(number, #""i":\#(number),"n":2,"path":"\#(path)","#, edits: edits)
  }

  private enum Against { case nothing, checkpoint }

  /// What an inspection of events ends with; nil where they may be published.
  private func problem(_ against: Against, _ events: [String]) -> Problem? {
    var options = ReceiptInspection.Options()
    if against == .checkpoint { options.checkpoint = Path(folder.path("checkpoint")) }
    var inspection = ReceiptInspection(options)
    do throws(Problem) {
      for number in events.indices {
        let bytes = Array(events[number].utf8)
        try inspection.check(bytes.span, event: number + 1)
      }
      _ = try inspection.conclude()
      return inspection.doubt
    } catch {
      return error
    }
  }

  private static let redaction: [String: TestEdit] = [
    "/content_hashes/input": .hide, "/input": .replace([(8..<28, "[EMAIL]")]),
  ]

  @Test func eventsOfOneLogArePublishedByTheirPaths() throws {
    let events = [try proven(0, edits: Self.redaction), try proven(1)]
    #expect(problem(.nothing, events) == nil)
    #expect(problem(.checkpoint, events) == nil)
    #expect(problem(.checkpoint, [events[0]]) == nil)
  }

  @Test func eventsOfOneLogArePublishedByItsLeaves() throws {
    let events = [
      try event(1, #""i":1,"#), try event(0, "", edits: Self.redaction), try event(0, #""i":0,"#),
    ]
    #expect(problem(.checkpoint, events)?.status == .failure)
    try writeLeaves()
    #expect(problem(.checkpoint, events) == nil)
  }

  // The receipt still opens everything: whoever has it can test guesses of what was taken out.
  @Test func whatWasChangedBehindItsProofIsNeverPublished() throws {
    func changed(_ event: String) -> String {
      event.replacingOccurrences(of: "jane.doe@company.com", with: "[EMAIL]")
    }
    let events = [changed(try proven(0)), try proven(1)]
    #expect(problem(.nothing, events)?.status == .negative)
    #expect(
      problem(.nothing, events)?.message.hasPrefix("event 2: its path leads to another root")
        == true)
    #expect(problem(.nothing, events.reversed())?.status == .negative)
    let found = try #require(problem(.checkpoint, events))
    #expect(found.status == .negative && found.message.hasPrefix("event 1: not what the log has"))
    try writeLeaves()
    for members in ["", #""i":0,"#, #""n":2,"#] {
      let found = try #require(problem(.checkpoint, [changed(try event(0, members))]))
      #expect(found.status == .negative && found.message.hasPrefix("event 1: not what the log"))
    }
  }

  @Test func anEventAtAnotherIndexIsNotTheLogs() throws {
    try writeLeaves()
    for members in [#""i":1,"#, #""i":2,"#] {
      #expect(problem(.checkpoint, [try event(0, members)])?.status == .negative)
    }
    #expect(problem(.checkpoint, [try event(0, #""i":0,"n":3,"#)])?.status == .negative)
  }

  @Test func whatNobodyCanTellIsToldWithWhatHelps() throws {
    for events in [[try event(0, "")], [try proven(0)], [try proven(0), try proven(0)]] {
      let found = try #require(problem(.nothing, events))
      #expect(found.status == .failure && found.message.hasPrefix("event 1: cannot tell"))
      #expect(found.message.contains("'kt-hash prove --path' adds paths"))
    }
  }

  @Test func hashOfAMaskedTextIsNeverPublished() throws {
    let edits: [String: TestEdit] = ["/input": .replace([(8..<28, "[EMAIL]")])]
    let found = try #require(problem(.nothing, [try proven(0, edits: edits), try proven(1)]))
    #expect(found.status == .negative)
    #expect(found.message.hasPrefix("event 1: /content_hashes/input is shown and its text is"))
  }

  @Test(arguments: [
    (#"{"_kt":null,"a":1}"#, "event 1: '_kt' is no receipt"),
    (#"{"_kt":{"open":"AA=="},"a":1}"#, "event 1: its receipt is not in base64url"),
    (#"{"_kt":{"open":"AAAA"},"a":1}"#, "event 1: its tokens do not fit its mask"),
    (
      #"{"_kt":{"mask":{"/b/c":1},"open":"AAAA"},"a":1}"#,
      "event 1: its mask does not fit what the event shows"
    ),
  ])
  func whatIsNoReceiptIsNeverPublished(event: String, message: String) {
    #expect(problem(.nothing, [event]) == Problem(.negative, message))
  }

  @Test func checkpointIsReadAtTheEnd() throws {
    let late = folder.path("late")
    var options = ReceiptInspection.Options()
    options.checkpoint = Path(late)
    var inspection = ReceiptInspection(options)
    try write(Data(Self.checkpoint.utf8), "late")
    let listed = try inspection.conclude()
    #expect(listed?.origin == "audit.example/acme" && listed?.size == 2)
    #expect(listed?.root == "A/iFdmlAj4uefv1PpYlhVJooa+K47ir4R+joseYTlJo=")
    #expect(listed?.bytes == Self.checkpoint.utf8.count)
    var second = ReceiptInspection(options)
    let bytes = Array(try proven(0).utf8)
    try second.check(bytes.span, event: 1)
    try write(Data(Self.checkpoint.replacingOccurrences(of: "\n2\n", with: "\n3\n").utf8), "late")
    let error = #expect(throws: Problem.self) {
      _ = try second.conclude()
    }
    #expect(error?.status == .negative && error?.message.contains("was replaced") == true)
  }
}
