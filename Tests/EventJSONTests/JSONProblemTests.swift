import EventJSON
import Testing

@Suite struct JSONProblemTests {
  private static let kinds: [JSONProblem.Kind] = [
    .expectedObject, .arrayInsteadOfEvent, .expectedKey, .expectedColon, .expectedValue,
    .expectedCommaOrBrace, .expectedCommaOrBracket, .badNumber, .badLiteral, .badEscape,
    .badUnicodeEscape, .controlCharacter, .invalidUTF8, .unexpectedEnd, .trailingBytes,
    .tooDeep(limit: 512), .duplicateMember, .tooLong(limit: 64), .reservedMember,
    .brokenContainer,
  ]

  @Test(arguments: kinds) func reasonIsASentenceWithoutItsFullStop(kind: JSONProblem.Kind) {
    let reason = JSONProblem(kind, at: 0).reason
    #expect(!reason.isEmpty && !reason.hasSuffix(".") && !reason.contains("\n"))
    // Lower case, but for names such as UTF-8.
    #expect(reason.first?.isUppercase == false)
  }

  @Test func reasonsAreToldApart() {
    #expect(Set(Self.kinds.map { JSONProblem($0, at: 0).reason }).count == Self.kinds.count)
  }

  @Test func reasonsAreThoseOfTheConventions() {
    // The wording of spec/cli.md and spec/faults.md.
    #expect(JSONProblem(.expectedColon, at: 0).reason == "expected ':' after key")
    #expect(JSONProblem(.tooLong(limit: 9), at: 0).reason == "line longer than 9 bytes")
    #expect(JSONProblem(.tooDeep(limit: 9), at: 0).reason == "nested deeper than 9")
  }
}
