import Bytes
import Digests
import EventJSON
import Foundation
import TestSupport
import Testing

@testable import Commitments

@Suite struct StubWriterTests {
  private let salt = ExportSalt(bytes: (0..<32).map { UInt8($0) })

  /// The stub of an event that shows `paths`, and whether its root is that of the event.
  private func stub(_ event: String, _ paths: [String]) throws -> (text: String, isProven: Bool) {
    let line = Array(event.utf8)
    var hasher = EventHasher(salt: try #require(salt))
    let hashes = try hasher.hash(line.span)
    var proven = Output(capacity: 64)
    proven.append(constant: "{\"_kt\":")
    ReceiptWriter.append(seed: hashes.seed, to: &proven)
    proven.append(.comma)
    proven.append(line.span.extracting(1..<line.count))
    var writer = StubWriter(KeptPaths(try paths.map { try FieldPath($0) }))
    var output = Output(capacity: 64)
    try writer.append(proven.bytes, to: &output)
    let bytes = copy(output.bytes)
    var verifier = ReceiptVerifier()
    let root = try verifier.root(of: bytes.span)
    let isStub = verifier.isStub
    let text = String(decoding: bytes, as: UTF8.self)
    let end = try #require(text.range(of: "\"stub\":1},") ?? text.range(of: "\"stub\":1}"))
    return ("{" + String(text[end.upperBound...]), isStub && root == hashes.root)
  }

  @Test(arguments: [
    (["team"], #"{"team":"hr"}"#),
    (["user.id"], #"{"user":{"id":"u1"}}"#),
    (["user"], #"{"user":{"id":"u1","email":"a@example.com"}}"#),
    (["list[].name"], #"{"list":[{"name":"x"},{"name":"y"}]}"#),
    (["list[]"], #"{"list":[{"name":"x","v":1},{"name":"y","v":2}]}"#),
    (["team.name"], #"{"team":"hr"}"#),
    (["list.name"], #"{"list":[null,null]}"#),
    (["user[].id"], #"{"user":{}}"#),
    (["none", "n"], #"{"n":1.50}"#),
    (["\"a\\\"b\""], #"{"a\"b":true}"#),
  ])
  func stubShowsWhatThePathsReadAndIsProven(paths: [String], shown: String) throws {
    let event = #"""
      {"team":"hr","user":{"id":"u1","email":"a@example.com"},\#
      "list":[{"name":"x","v":1},{"name":"y","v":2}],"n":1.50,"a\"b":true,"input":"secret"}
      """#
    let (text, isProven) = try stub(event, paths)
    #expect(text == shown)
    #expect(isProven)
  }
}
