import Testing

@testable import Checking

@Suite struct OffenderTests {
  @Test func aLongTextIsCutBetweenTwoCharacters() {
    for (text, kept, isCut) in [
      ("short", 5, false), (String(repeating: "a", count: 256), 256, false),
      (String(repeating: "a", count: 257), 256, true),
      (String(repeating: "é", count: 200), 256, true),
      ("a" + String(repeating: "é", count: 200), 255, true),
      (String(repeating: "🎉", count: 80), 256, true),
    ] {
      let bytes = Array(text.utf8)
      let offender = Offender(bytes.span)
      #expect(offender.text?.count == kept && offender.isCut == isCut)
      #expect(String(validating: offender.text ?? [], as: UTF8.self) != nil)
    }
  }
}
