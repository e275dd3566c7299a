import Testing

@testable import Redaction

@Suite struct Keccak256Tests {
  private func digest(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let words = Keccak256.digest(bytes.span)
    return (0..<32).map { index in
      let byte = words[index >> 3] >> UInt64(8 * (index & 7)) & 255
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// Of the Keccak team, before the padding of SHA-3.
  @Test func publishedDigestsAreRight() {
    #expect(
      digest("") == "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")
    #expect(
      digest("abc") == "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45")
  }

  @Test func aBlockMayBeFullButForItsPadding() {
    #expect(
      digest(String(repeating: "a", count: 135))
        == "34367dc248bbd832f4e3e69dfaac2f92638bd0bbd18f2912ba4ef454919cf446")
  }
}
