import Bytes
import EventJSON
import TestSupport
import Testing

@Suite struct StringEscapesTests {
  private func decode(_ inside: String) -> [UInt8] {
    // Bytes on both sides, which must not be read.
    let line = Array("\\\(inside)\\".utf8)
    return collect { StringEscapes.decode(line.span, 1, line.count - 1, into: &$0) }
  }

  private func encode(_ bytes: [UInt8]) -> [UInt8] {
    collect { StringEscapes.encode(bytes.span, into: &$0) }
  }

  @Test(arguments: [
    ("", ""), ("plain", "plain"), (#"\""#, "\""), (#"\\"#, "\\"), (#"\/"#, "/"), (#"\b"#, "\u{8}"),
    (#"\f"#, "\u{C}"), (#"\n"#, "\n"), (#"\r"#, "\r"), (#"\t"#, "\t"), (#"\\n"#, #"\n"#),
    (#"\\\n"#, "\\\n"), (#"a\nb\tc"#, "a\nb\tc"), (#"\u0041"#, "A"), (#"\u00e9"#, "é"),
    (#"\u00E9"#, "é"), (#"\u007f"#, "\u{7F}"), (#"\u0080"#, "\u{80}"), (#"\u07FF"#, "\u{7FF}"),
    (#"\u0800"#, "\u{800}"), (#"\uFFFF"#, "\u{FFFF}"), (#"\uD7FF"#, "\u{D7FF}"),
    (#"\uE000"#, "\u{E000}"), (#"\u0000"#, "\0"), (#"\uD83D\uDE00"#, "😀"),
    (#"\ud83d\ude00x"#, "😀x"), (#"\uD800\uDC00"#, "\u{10000}"), (#"\uDBFF\uDFFF"#, "\u{10FFFF}"),
    (#"\u00411"#, "A1"), (#"é\u0020😀"#, "é 😀"), (#"\\u0041"#, #"\u0041"#),
  ])
  func escapesStandForTheirCharacters(inside: String, expected: String) {
    #expect(decode(inside) == Array(expected.utf8))
  }

  @Test(
    arguments: [
      (#"\uD800"#, [0xED, 0xA0, 0x80]), (#"\uDFFF"#, [0xED, 0xBF, 0xBF]),
      (#"\uD800x"#, [0xED, 0xA0, 0x80, 0x78]), (#"\uD800\n"#, [0xED, 0xA0, 0x80, 0x0A]),
      (#"\uDC00\uD800"#, [0xED, 0xB0, 0x80, 0xED, 0xA0, 0x80]),
      (#"\uD800\u0041"#, [0xED, 0xA0, 0x80, 0x41]),
      (#"\uD800\uD83D\uDE00"#, [0xED, 0xA0, 0x80, 0xF0, 0x9F, 0x98, 0x80]),
      (#"\uD83Du"#, [0xED, 0xA0, 0xBD, 0x75]),
      (#"\uD83D\\uDE00"#, [0xED, 0xA0, 0xBD, 0x5C] + Array("uDE00".utf8)),
    ] as [(String, [UInt8])])
  func loneSurrogateEqualsNoValidText(inside: String, expected: [UInt8]) {
    #expect(decode(inside) == expected)
    #expect(String(validating: decode(inside), as: UTF8.self) == nil)
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b", #""a\"b""#), ("\\", #""\\""#), ("\n\r\t", #""\n\r\t""#), ("/", #""/""#),
    ("\u{7F}\u{80}\u{9F}\u{2028}\u{2029}", "\"\u{7F}\u{80}\u{9F}\u{2028}\u{2029}\""),
    ("é😀", #""é😀""#),
  ])
  func onlyWhatMustBeIsEscaped(text: String, expected: String) {
    #expect(encode(Array(text.utf8)) == Array(expected.utf8))
    #expect(collect { $0.append(json: text) } == Array(expected.utf8))
  }

  @Test(arguments: [#"\ud800"#, #"a\udfffb"#, #"\udc00\ud800"#, #"é\ud83d-😀"#, #"\ud83d\ud83d"#])
  func aLoneSurrogateBecomesItsEscapeAgain(inside: String) {
    let decoded = decode(inside)
    #expect(encode(decoded) == Array("\"\(inside)\"".utf8))
    let text = collect { StringEscapes.appendUTF8(decoded.span, into: &$0) }
    #expect(text == Array(inside.utf8))
  }

  @Test(arguments: ["", "plain", "\u{D7FF}\u{ED00}\u{CFFF}", "한글 텍스트", "\u{0}\u{1F}\"\\"])
  func textWithoutLoneSurrogatesStaysAsItIs(text: String) {
    let bytes = Array(text.utf8)
    #expect(collect { StringEscapes.appendUTF8(bytes.span, into: &$0) } == bytes)
  }

  @Test func everyCharacterSurvivesEncodingAndDecoding() throws {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x2FF, 0x7F0...0x810, 0x2020...0x2030, 0xD7F0...0xD7FF, 0xE000...0xE010,
      0xFFF0...0x1_0010, 0x10_FFF0...0x10_FFFF,
    ]
    for scalar in ranges.joined().compactMap({ Unicode.Scalar($0) }) {
      let bytes = Array(String(scalar).utf8)
      let encoded = encode(bytes)
      let decoded = collect {
        StringEscapes.decode(encoded.span, 1, encoded.count - 1, into: &$0)
      }
      #expect(decoded == bytes, "U+\(String(scalar.value, radix: 16))")
      // What is encoded is JSON.
      #expect(problem(Array("{\"a\":".utf8) + encoded + Array("}".utf8)) == nil)
    }
  }

  @Test func everyCodeUnitDecodesAsTheStandardLibraryEncodesIt() {
    for unit in stride(from: UInt32(0), through: 0xFFFF, by: 37) {
      guard let scalar = Unicode.Scalar(unit) else { continue }
      let digits = String(unit, radix: 16)
      let padded = String(repeating: "0", count: 4 - digits.count) + digits
      #expect(decode("\\u\(padded)") == Array(String(scalar).utf8))
      #expect(decode("\\u\(padded.uppercased())") == Array(String(scalar).utf8))
    }
  }

  @Test(arguments: [[0xED], [0xED, 0xA0], [0xED, 0xED, 0xED], [0xED, 0xA0, 0x41]] as [[UInt8]])
  func bytesThatOnlyBeginALoneSurrogateStayAsTheyAre(bytes: [UInt8]) {
    #expect(encode(bytes) == [.quote] + bytes + [.quote])
  }

  @Test func hexadecimalDigitsAreTwoAndLowerCase() {
    let bytes = collect { output in
      for byte in [UInt8(0), 9, 10, 0x1F, 0xAB, 0xFF] { output.append(hexadecimal: byte) }
    }
    #expect(bytes == Array("00090a1fabff".utf8))
  }
}
