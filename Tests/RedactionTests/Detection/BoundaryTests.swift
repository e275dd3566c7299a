import Testing

@testable import Redaction

@Suite struct BoundaryTests {
  @Test func everythingButWordBytesBoundsAToken() {
    for text in ["<1>", "[1]", "卡1，", "\u{A0}1\u{200B}", "\u{FEFF}1", "1", ",1;", "\n1\n"] {
      #expect(isToken(text, "1"), "\(text)")
    }
    for text in ["a1", "1_", "Z1", "01", "_1"] { #expect(!isToken(text, "1"), "\(text)") }
  }

  @Test func aNumberGoesOnOverADotOrDashBetweenDigits() {
    for text in ["0.12", "3-12", "12.5", "12-5", "12-a", "x12", "12x"] {
      #expect(!isNumber(text, "12"), "\(text)")
    }
  }

  @Test func anAmountOfMoneyIsNoNumber() {
    for text in ["$12", "€12", "£12"] { #expect(!isNumber(text, "12"), "\(text)") }
  }

  @Test func listsSentencesAndScriptsEndANumber() {
    let texts = [
      "12", "12.", "12. ", "12,5", "(12)", "a,12,b", "/12/", ":12;", "|12|", "=12#", "-12", "a-12",
      ".12", "12-", "12 - 5", "号12号", "¥12", "12\n", "«12»", "€ 12",
    ]
    for text in texts { #expect(isNumber(text, "12"), "\(text)") }
  }

  @Test func aChainIsALetterOrDigitAndADash() {
    #expect(continuesChain("PO-12", "12"))
    #expect(continuesChain("7-12", "12"))
    for text in ["12", "-12", " -12", "号-12", "_-12"] {
      #expect(!continuesChain(text, "12"), "\(text)")
    }
  }

  private func isToken(_ text: String, _ part: String) -> Bool {
    test(text, part) { Boundary.isToken($0, $1, $2) }
  }

  private func isNumber(_ text: String, _ part: String) -> Bool {
    test(text, part) { Boundary.isNumber($0, $1, $2) }
  }

  private func continuesChain(_ text: String, _ part: String) -> Bool {
    test(text, part) { text, start, _ in Boundary.continuesChain(text, start) }
  }

  private func test(
    _ text: String, _ part: String, _ body: (Span<UInt8>, Int, Int) -> Bool
  ) -> Bool {
    let bytes = Array(text.utf8)
    let wanted = Array(part.utf8)
    let starts = (0...(bytes.count - wanted.count)).filter { bytes[$0...].starts(with: wanted) }
    guard let start = starts.last else { return false }
    return body(bytes.span, start, start + wanted.count)
  }
}
