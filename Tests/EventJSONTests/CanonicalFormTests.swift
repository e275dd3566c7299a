import Bytes
import Foundation
import TestSupport
import Testing

@testable import EventJSON

/// The published vectors of the canonical form, and where RFC 8785 leaves off.
@Suite struct CanonicalFormTests {
  private func form(event: [UInt8]) throws(CanonicalRefusal) -> [UInt8] {
    var form = CanonicalForm()
    var output = Output(capacity: 1)
    try form.append(event: event.span, to: &output)
    return copy(output.bytes)
  }

  private func form(_ text: String) throws(CanonicalRefusal) -> String {
    String(decoding: try form(event: Array(text.utf8)), as: UTF8.self)
  }

  private func refusal(_ text: String) -> CanonicalRefusal? {
    refusal(Array(text.utf8))
  }

  private func refusal(_ text: [UInt8]) -> CanonicalRefusal? {
    do throws(CanonicalRefusal) {
      _ = try form(event: text)
      return nil
    } catch {
      return error
    }
  }

  private static func vectors(_ name: String) -> URL {
    Locations.repository.appendingPathComponent("Tests/EventJSONTests/Vectors/\(name)")
  }

  private struct Row: Decodable {
    let input: Data
    let canonical: String?
    let refuse: String?

    enum CodingKeys: String, CodingKey {
      case input = "in_b64"
      case canonical, refuse
    }
  }

  @Test func theVectorsOfTheFormatHold() throws {
    let rows = try Data(contentsOf: Self.vectors("canon.jsonl")).split(separator: 0x0A)
    #expect(rows.count == 54)
    for line in rows {
      let row = try JSONDecoder().decode(Row.self, from: line)
      let input = [UInt8](row.input)
      if let code = row.refuse {
        #expect(refusal(input)?.rawValue == code)
      } else {
        #expect(try form(event: input) == row.canonical.map { Array($0.utf8) })
      }
    }
  }

  @Test(arguments: ["arrays", "french", "structures", "unicode", "values", "weird"])
  func theDocumentsOfRFC8785Hold(name: String) throws {
    let input = try [UInt8](Data(contentsOf: Self.vectors("jcs/input/\(name).json")))
    let expected = try [UInt8](Data(contentsOf: Self.vectors("jcs/output/\(name).json")))
    var form = CanonicalForm()
    var output = Output(capacity: 1)
    try form.append(value: input.span, to: &output)
    #expect(copy(output.bytes) == expected)
  }

  @Test func theReceiptIsLeftOutAtTheTopOnly() throws {
    #expect(try form(#"{"_kt":{"x":1},"b":1}"#) == #"{"b":1}"#)
    #expect(try form(#"{"a":1,"\u005fkt":2}"#) == #"{"a":1}"#)
    #expect(try form(#"{"_kt":1}"#) == "{}")
    #expect(try form(#"{"_kt2":[{"_kt":1}]}"#) == #"{"_kt2":[{"_kt":1}]}"#)
    #expect(refusal(#"{"_kt":1,"_kt":1}"#) == .duplicateKey)
  }

  @Test func receiptThatHasNoCanonicalFormIsRefusedThoughItIsLeftOut() {
    #expect(refusal(#"{"_kt":{"x":1,"x":2}}"#) == .duplicateKey)
    #expect(refusal(#"{"_kt":[1e999]}"#) == .numberRange)
    #expect(refusal(#"{"a":1,"_kt":"\ud800"}"#) == .loneSurrogate)
  }

  @Test func membersAreSortedByUTF16() throws {
    // U+FB33 comes behind U+1F602 (D83D DE02), though its code point is lower.
    #expect(
      try form("{\"\u{FB33}\":1,\"\u{1F602}\":2,\"\u{20AC}\":3,\"\":4,\"a\":5,\"aa\":6,\"A\":7}")
        == "{\"\":4,\"A\":7,\"a\":5,\"aa\":6,\"\u{20AC}\":3,\"\u{1F602}\":2,\"\u{FB33}\":1}")
    #expect(try form(#"{"b\/":1,"\u0061":2,"b":3}"#) == #"{"a":2,"b":3,"b/":1}"#)
  }

  @Test func manyMembersAreSortedAsFewAre() throws {
    for count in [31, 32, 33, 500] {
      var generator = SeededGenerator(seed: UInt64(count))
      let names = (0..<count).map { String(format: "n%04d", $0) }
      let shuffled = names.shuffled(using: &generator).map { "\"\($0)\": 1" }
      let sorted = names.map { "\"\($0)\":1" }
      #expect(
        try form("{ \(shuffled.joined(separator: " ,\t"))}")
          == "{\(sorted.joined(separator: ","))}")
      #expect(
        refusal("{\((shuffled + shuffled.prefix(1)).joined(separator: ","))}") == .duplicateKey)
    }
  }

  @Test func escapesAreAsFewAsPossible() throws {
    #expect(
      try form(#"{"a":"\u0000\u001F\b\t\n\f\r\"\\\/\u007f\u20ac\ud83d\ude02"}"#)
        == "{\"a\":\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\u{7F}\u{20AC}\u{1F602}\"}")
  }

  @Test(arguments: [
    (#"{"a":"\ud800"}"#, "lone-surrogate"), (#"{"a":["\udc00"]}"#, "lone-surrogate"),
    (#"{"\udfff":1}"#, "lone-surrogate"), (#"{"a":1e400}"#, "number-range"),
    (#"{"a":-1.8e308}"#, "number-range"), (#"{"a":{"b":1,"b":2}}"#, "duplicate-key"),
    ("[]", "not-object"), ("1", "not-object"), ("", "not-json"), ("{} {}", "not-json"),
    ("{\"a\":\"\u{1}\"}", "not-json"), (#"{"a":1,}"#, "not-json"), (#"{"a":[1,]}"#, "not-json"),
  ])
  func whatHasNoFormIsRefusedByItsCode(text: String, code: String) {
    #expect(refusal(text)?.rawValue == code)
  }

  @Test func bytesThatAreNotUTF8AreToldBeforeTheGrammar() {
    #expect(refusal([0x7B, 0x22, 0xFF, 0x22]) == .notUTF8)
    #expect(refusal([0x7B, 0x7D, 0xC0, 0x80]) == .notUTF8)
  }

  @Test func nestingEndsAt128() throws {
    func nested(_ depth: Int) -> String {
      #"{"a":"# + String(repeating: "[", count: depth - 1)
        + String(repeating: "]", count: depth - 1) + "}"
    }
    #expect(try form(nested(128)) == nested(128))
    #expect(refusal(nested(129)) == .tooDeep)
    #expect(refusal(String(repeating: #"{"a":"#, count: 100_000)) == .tooDeep)
  }

  /// A form is its own form, and white space and the order of members change nothing.
  @Test func theFormOfAFormIsItself() throws {
    let rows = try Data(contentsOf: Self.vectors("canon.jsonl")).split(separator: 0x0A)
    var form = CanonicalForm()
    for line in rows {
      let row = try JSONDecoder().decode(Row.self, from: line)
      guard let canonical = row.canonical.map({ Array($0.utf8) }) else { continue }
      var output = Output(capacity: 1)
      try form.append(event: canonical.span, to: &output)
      #expect(copy(output.bytes) == canonical)
    }
  }
}
