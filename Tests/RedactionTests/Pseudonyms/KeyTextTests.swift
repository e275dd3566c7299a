import Testing

@testable import Redaction

@Suite struct KeyTextTests {
  private static let key = (0..<32).map { UInt8($0 * 7 + 1) }
  /// By `base64` and `xxd -p`.
  private static let base64 = "AQgPFh0kKzI5QEdOVVxjanF4f4aNlJuiqbC3vsXM09o="
  private static let hexadecimal =
    "01080f161d242b323940474e555c636a71787f868d949ba2a9b0b7bec5ccd3da"

  private static func key(_ text: String) -> [UInt8]? { KeyText.key(Array(text.utf8)[...]) }

  @Test func allSpellingsAreTheSameKey() {
    #expect(Self.key(Self.base64) == Self.key)
    #expect(Self.key(String(Self.base64.dropLast())) == Self.key)
    #expect(Self.key(Self.hexadecimal) == Self.key)
    #expect(Self.key(Self.hexadecimal.uppercased()) == Self.key)
    #expect(KeyText.key(KeyText.spelled(Self.key)[...]) == Self.key)
  }

  @Test func bothAlphabetsAreRead() {
    let ones = [UInt8](repeating: 0xFB, count: 32)
    #expect(KeyText.key(KeyText.spelled(ones)[...]) == ones)
    let standard = String(decoding: KeyText.spelled(ones), as: UTF8.self)
      .map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
    #expect(Self.key(String(standard)) == ones)
  }

  @Test(arguments: [
    "", "=", "AQ==", "AQgPFh0kKzI5QEdOVVxjanF4f4aNlJuiqbC3vsXM09o==",
    "AQgPFh0kKzI5QEdOVVxjanF4f4aNlJuiqbC3vsXM09p=", "AQgPFh0kKzI5QEdOVVxjanF4f4aNlJuiqbC3vsXM0 o=",
    "01080f161d242b323940474e555c636a71787f868d949ba2a9b0b7bec5ccd3dg",
    "01080f161d242b323940474e555c636a71787f868d949ba2a9b0b7bec5ccd3",
  ])
  func whatIsNoKeyIsRefused(text: String) { #expect(Self.key(text) == nil) }
}
