import Bytes
import Digests
import TestSupport
import Testing

@Suite struct Base64Tests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func textsOfTheStandardAreEncodedAndDecoded(plain: String, encoded: String) {
    let bytes = Array(plain.utf8)
    #expect(Base64.padded.encoded(bytes) == Array(encoded.utf8))
    #expect(decoded(encoded, .padded) == bytes)
    let unpadded = encoded.filter { $0 != "=" }
    #expect(Base64.url.encoded(bytes) == Array(unpadded.utf8))
    #expect(decoded(unpadded, .url) == bytes)
  }

  @Test func everyByteComesBackAndOnlyTheLastTwoDigitsDiffer() {
    let bytes = (0...255).map { UInt8($0) }
    let padded = Base64.padded.encoded(bytes)
    let url = Base64.url.encoded(bytes)
    let again = [Base64.padded.decoded(padded.span), Base64.url.decoded(url.span)]
    #expect(again == [bytes, bytes])
    let text = String(decoding: padded, as: UTF8.self)
    let expected = text.filter { $0 != "=" }.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }
    #expect(String(decoding: url, as: UTF8.self) == String(expected))
    #expect(text.contains("+") && text.contains("/"))
  }

  @Test(arguments: [
    "Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm9v=", "Zm9v====", "Zm 9", "Zm9v\n", "Zg==Zg==",
    "Zm-v", "Zm_v", "====", "=", "Z===",
  ])
  func paddedTextsWithAnotherSpellingAreRefused(text: String) {
    #expect(decoded(text, .padded) == nil)
  }

  @Test(arguments: ["Z", "Zh", "Zm9", "Zg==", "Zm8=", "Zm+v", "Zm/v", "Zm9vY"])
  func textsForURLsWithAnotherSpellingAreRefused(text: String) {
    #expect(decoded(text, .url) == nil)
  }

  private func decoded(_ text: String, _ spelling: Base64) -> [UInt8]? {
    let bytes = Array(text.utf8)
    return spelling.decoded(bytes.span)
  }
}
