import Bytes
import Digests
import Foundation
import TestSupport
import Testing

@testable import Commitments

@Suite struct ReceiptVerifierDisplayTests {
  /// The event of the worked example, of which the hash is not even shown.
  private static let line = WorkedExample.redacted
    .replacingOccurrences(of: #"{"input":"[REDACTED]"}"#, with: "{}")

  private func names(_ path: String) -> [[UInt8]] {
    path.split(separator: "/").map { Array($0.utf8) }
  }

  @Test func valuesAreFoundByTheirNames() throws {
    var verifier = ReceiptVerifier()
    let line = Array(Self.line.utf8)
    let root = try verifier.root(of: line.span)
    #expect(root != nil)
    #expect(verifier.display(at: []) == .mixed)
    #expect(verifier.display(at: names("team")) == .visible)
    #expect(verifier.display(at: names("input")) == .mixed)
    #expect(verifier.display(at: names("content_hashes")) == .mixed)
    #expect(verifier.display(at: names("content_hashes/input")) == .masked)
    #expect(verifier.display(at: names("content_hashes/input/below")) == .masked)
    #expect(verifier.display(at: names("content_hashes/output")) == nil)
    #expect(verifier.display(at: names("team/below")) == nil)
    #expect(verifier.display(at: names("_kt")) == nil)
  }

  @Test func valuesAreFoundByWhereTheyStand() throws {
    var verifier = ReceiptVerifier()
    let text = WorkedExample.redacted.replacingOccurrences(
      of: #""[REDACTED]""#, with: #"["[REDACTED]"]"#)
    let line = Array(text.utf8)
    let root = try verifier.root(of: line.span)
    #expect(root != nil)
    func offset(_ part: String) -> Int {
      text.range(of: part).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
    }
    #expect(verifier.display(ofValueAt: offset("legal")) == .visible)
    #expect(verifier.display(ofValueAt: offset("Contact")) == .mixed)
    #expect(verifier.display(ofValueAt: offset(#"["[RED"#)) == .masked)
    #expect(verifier.display(ofValueAt: offset("[REDACTED]")) == .masked)
    #expect(verifier.display(ofValueAt: offset("legal") + 1) == nil)
  }

  @Test func namesWithEscapesAreFound() throws {
    var verifier = ReceiptVerifier()
    let line = Array(#"{"_kt":{"mask":{"/\"a":1},"open":"\#(open)"},"\"a":1}"#.utf8)
    let root = try verifier.root(of: line.span)
    #expect(root != nil)
    #expect(verifier.display(at: [Array("\"a".utf8)]) == .masked)
    #expect(verifier.display(at: [Array(#"\"a"#.utf8)]) == nil)
  }

  private var open: String {
    String(decoding: Base64.url.encoded(Array(repeating: 1, count: 32)), as: UTF8.self)
  }
}
