import Bytes
import EventJSON
import TestSupport
import Testing

@Suite struct ObjectReaderTests {
  /// The member `a` of an object, as `choose` takes it.
  private func read<Value>(
    _ value: String, _ choose: (ObjectReader, Span<UInt8>) -> Value
  ) throws -> Value {
    let text = Array("{\"z\":1, \"a\" : \(value)}".utf8)
    var object = ObjectReader(["a", "b"])
    try object.read(text.span)
    #expect(object.field("b").kind == .absent)
    return choose(object, text.span)
  }

  @Test(
    arguments: [
      ("\"\"", ""), ("\"x y\"", "x y"), (#""\u00e9\n\"\\""#, "é\n\"\\"), ("null", nil), ("1", nil),
      ("true", nil), ("[\"x\"]", nil), ("{}", nil),
    ] as [(String, String?)])
  func stringsAreUnescaped(value: String, expected: String?) throws {
    let text = try read(value) { $0.string("a", of: $1) }
    #expect(text == expected)
  }

  @Test(
    arguments: [
      ("0", 0), ("12", 12), ("9223372036854775807", .max), ("9223372036854775808", nil),
      ("-1", nil), ("1.0", nil), ("1e3", nil), ("\"1\"", nil), ("null", nil), ("[1]", nil),
    ] as [(String, Int?)])
  func numbersAreWholeAndNotNegative(value: String, expected: Int?) throws {
    let number = try read(value) { $0.number("a", of: $1) }
    #expect(number == expected)
  }

  @Test(
    arguments: [("true", true), ("false", false), ("null", nil), ("1", nil), ("\"true\"", nil)]
      as [(String, Bool?)])
  func booleansAreTheWords(value: String, expected: Bool?) throws {
    let boolean = try read(value) { object, _ in object.boolean("a") }
    #expect(boolean == expected)
  }

  @Test func digestsAre64HexadecimalDigits() throws {
    let bytes = (0..<32).map { UInt8($0 * 8 + 7) }
    func digest(_ text: String) throws -> [UInt8]? {
      try read("\"\(text)\"") { $0.digest("a", of: $1) }
    }
    #expect(try digest(bytes.hexadecimal) == bytes)
    #expect(try digest(bytes.hexadecimal.uppercased()) == bytes)
    for text in [
      "", String(bytes.hexadecimal.dropLast()), bytes.hexadecimal + "0",
      bytes.hexadecimal.dropLast() + "g", " " + bytes.hexadecimal.dropLast(),
      "é" + bytes.hexadecimal.dropLast(2),
    ] {
      #expect(try digest(text) == nil, "\(text)")
    }
    #expect(try read("1") { $0.digest("a", of: $1) } == nil)
  }

  @Test(arguments: ["", "[]", "1", "{", "{\"a\":1,\"a\":2}", "{\"a\":1}{}", "{\"a\":\u{1}}"])
  func whatIsNoObjectOrHasAMemberTwiceIsRefused(text: String) {
    let bytes = Array(text.utf8)
    var object = ObjectReader(["a"])
    #expect(throws: JSONProblem.self) { try object.read(bytes.span) }
  }

  @Test func readerForgetsTheObjectBefore() throws {
    var object = ObjectReader(["a"])
    let (first, second) = (Array("{\"a\":\"x\"}".utf8), Array("{}".utf8))
    try object.read(first.span)
    #expect(object.string("a", of: first.span) == "x")
    try object.read(second.span)
    #expect(object.field("a").kind == .absent && object.string("a", of: second.span) == nil)
  }
}
