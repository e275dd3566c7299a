import TestSupport
import Testing

@testable import Bytes
@testable import Redaction

@Suite struct AnchorScanTests {
  /// What detectors stop at, and what makes words, numbers and identifiers of it.
  private static let pieces = [
    "a", "x1", "Wort", "é", "号", " ", " ", "\n", ".", ",", "-", "--", ":", "://", "=", "@", "~",
    "_",
    "+", "(", ")", "\"", "'", "：", "1", "22", "333", "4444", "192.0.2.17", "2001:db8::17",
    "4111 1111 1111 1111", "+1 (415) 555-0132", "jane@example.com", "212-55-0143",
    "550e8400-e29b-41d4-a716-446655440000", "abcdefab-cdef-abcd-efab-1234567890ab",
    "2026-03-01T09:30:00Z", "password", "token", "Kranich7Blau", "Bearer ", "sk-", "AKIA", "eyJ",
    "00:1B:44:11:3A:B7", "-----BEGIN PRIVATE KEY-----", "DE89370400440532013000",
  ]

  @Test func findsWhatThePlainTwinFinds() {
    var random = SeededGenerator(for: "AnchorScanTests")
    let filter = PrefixFilter(
      PrefixedSecrets.prefixes + Assignments.spokenSigns + [Array("bc1".utf8), Array("BC1".utf8)])
    for _ in 0..<1_000 {
      let text = (0..<random.below(60)).map { _ in random.pick(Self.pieces) }.joined()
      let bytes = Array(text.utf8)
      let key = Array(random.pick(["", "card", "password", "id"]).utf8)
      var fast = Hits(wanted: .max, minimumConfidence: 1)
      var plain = fast
      AnchorScan.scan(bytes.span, key: key.span, filter, into: &fast)
      ScalarScan.scan(bytes.span, key: key.span, filter, into: &plain)
      #expect(sorted(fast) == sorted(plain), "\(text)")
    }
  }

  private func sorted(_ hits: Hits) -> [Hit] {
    hits.found.sorted { ($0.start, $0.end, $0.kind) < ($1.start, $1.end, $1.kind) }
  }
}
