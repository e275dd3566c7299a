import TestSupport
import Testing

@testable import Formatting

/// Random texts of what each format's delimiters and escapes are made of, in every field at once:
/// whatever they are, a record has the keys that it should have, and their values.
@Suite struct BreakOutTests {
  private static let alphabet = [
    "|", "=", "\\", "\"", "]", "[", " ", "\t", "\n", "\r", "n", "u", "0", "x09", "act=", "-", ";",
    "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "é", "😀",
  ]

  /// How readers see a text where `kept` are the only control characters with a spelling.
  private func seen(_ text: String, keeping kept: String) -> String {
    var seen = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20 where !kept.unicodeScalars.contains(scalar), 0x7F..<0xA0, 0x2028...0x2029:
        let digits = String(scalar.value, radix: 16)
        seen += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: seen.unicodeScalars.append(scalar)
      }
    }
    return seen
  }

  private func event(_ random: inout SeededGenerator) -> (texts: [String], line: String) {
    let texts = (0..<3).map { _ in
      // A letter at either end, as CEF can't tell spaces around a value.
      "a" + (0..<random.below(12)).map { _ in random.pick(Self.alphabet) }.joined() + "z"
    }
    let line =
      #"{"id":\#(json(texts[0])),"verdict":\#(json(texts[1])),"team":\#(json(texts[2]))}"#
    return (texts, line)
  }

  @Test func noTextEndsItsPlaceInAnyFormat() throws {
    var random = SeededGenerator(for: "BreakOutTests")
    for _ in 0..<1000 {
      let (texts, line) = event(&random)
      let cef = try formatted([line]) { CEFFormat(host: nil, writesTexts: true, in: &$0) }
      let record = try #require(CEFRecord(cef.dropLast()), "\(line)")
      let values = texts.map { seen($0, keeping: "\n\r") }
      #expect(
        record.values
          == ["externalId": values[0], "act": values[1], "cs1": values[2], "cs1Label": "team"])
      #expect(record.header.count == 7 && record.header[4] == seen(texts[1], keeping: ""))

      let leef = try formatted([line]) { LEEFFormat(host: nil, writesTexts: true, in: &$0) }
      let attributes = try #require(LEEFRecord(leef.dropLast()), "\(line)").attributes
      let tabbed = texts.map { seen($0, keeping: "\n\r\t") }
      #expect(
        attributes == ["eventId": tabbed[0], "outcome": tabbed[1], "groupID": tabbed[2]])

      let syslog = try formatted([line]) { SyslogFormat(host: nil, framing: .newline, in: &$0) }
      let message = try #require(SyslogMessage(syslog.dropLast()), "\(line)")
      let plain = texts.map { seen($0, keeping: "") }
      #expect(message.parameters == ["id": plain[0], "outcome": plain[1], "team": plain[2]])
      #expect(message.message == line)
    }
  }
}
