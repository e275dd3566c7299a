import Bytes
import Digests
import Foundation
import TestSupport
import Testing

@testable import Commitments

/// What nobody can do without the secret.
@Suite struct ForgeryTests {
  private func root(_ line: [UInt8]) -> String? {
    var verifier = ReceiptVerifier()
    do throws(ReceiptRefusal) {
      return try verifier.root(of: line.span)?.bytes.hexadecimal
    } catch {
      return nil
    }
  }

  private static let sealed = "804bcb7fe4581d1d79812c301578ee9f795972a97c371a0de5611831ee331f01"

  /// Every byte, changed in one bit, is seen: but where it is only displayed, or JSON for the same.
  @Test func everyFlippedByteIsSeen() throws {
    let line = Array(WorkedExample.redacted.utf8)
    #expect(root(line) == Self.sealed)
    let text = WorkedExample.redacted
    let shown = [#"[REDACTED]"#, "[EMAIL], "].compactMap { text.range(of: $0) }.map {
      text.utf8.distance(
        from: text.startIndex, to: $0.lowerBound)..<text.utf8.distance(
          from: text.startIndex, to: $0.upperBound)
    }
    #expect(shown.count == 2)
    for offset in line.indices where !shown.contains(where: { $0.contains(offset) }) {
      for bit in 0..<8 {
        var flipped = line
        flipped[offset] ^= 1 << UInt8(bit)
        let root = root(flipped)
        #expect(root != Self.sealed, "bit \(bit) of byte \(offset)")
      }
    }
  }

  @Test func tokensCannotBeTakenFromElsewhere() throws {
    let open = try #require(WorkedExample.redacted.range(of: #""open":""#)).upperBound
    let encoded = Array(WorkedExample.redacted[open...].prefix { $0 != "\"" }.utf8)
    let decoded = Base64.url.decoded(encoded.span)
    let tokens = try #require(decoded)
    #expect(tokens.count == 160)
    func line(_ tokens: [UInt8]) -> [UInt8] {
      Array(
        WorkedExample.redacted.replacingOccurrences(
          of: String(decoding: encoded, as: UTF8.self),
          with: String(decoding: Base64.url.encoded(tokens), as: UTF8.self)
        ).utf8)
    }
    #expect(root(line(tokens)) == Self.sealed)
    for start in stride(from: 0, to: 160, by: 16) {
      var moved = tokens
      moved.removeSubrange(start..<start + 16)
      #expect(root(line(moved)) == nil)
      var doubled = tokens
      doubled.insert(contentsOf: tokens[start..<start + 16], at: start)
      #expect(root(line(doubled)) == nil)
      for other in stride(from: 0, to: 160, by: 16) where other != start {
        var swapped = tokens
        for byte in 0..<16 { swapped.swapAt(start + byte, other + byte) }
        #expect(root(line(swapped)) != Self.sealed)
      }
    }
  }

  @Test func whatIsNotMaskedCannotBeHiddenOrShownElsewhere() {
    for (old, new) in [
      (#""/input":[[8,17,1]]"#, #""/input":[[8,16,1]]"#),
      (#""/input":[[8,17,1]]"#, #""/input":[[7,17,1]]"#),
      (#""/input":[[8,17,1]]"#, #""/input":[[0,17,1]]"#),
      (#""/input":[[8,17,1]]"#, #""/input":[[8,17,2]]"#),
      (#""/input":[[8,17,1]]"#, #""/input":1"#),
      (#""/content_hashes/input":1"#, #""/content_hashes":1"#),
      (#""/content_hashes/input":1"#, #""/content_hashes/output":1"#),
      (#""citations":[]"#, #""citations":[],"more":1"#), (#","team":"legal""#, ""),
      (#""team":"legal""#, #""Team":"legal""#), ("1767225600123456789", "1767225600123456788"),
    ] {
      let line = WorkedExample.redacted.replacingOccurrences(of: old, with: new)
      #expect(line != WorkedExample.redacted && root(Array(line.utf8)) != Self.sealed)
    }
  }
}
