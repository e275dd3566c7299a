import Testing

@testable import Redaction

@Suite struct TrialTests {
  private static func trial(
    _ text: String, _ change: (inout RedactionRequest) -> Void = { _ in }
  ) throws -> Trial.Result {
    var request = RedactionRequest()
    request.kinds = DetectionTerms.everything
    change(&request)
    var trial = try Trial(request, pseudonyms: nil)
    return trial.run(text)
  }

  @Test func whatIsFoundIsShownWithItsPlace() throws {
    let result = try Self.trial("über \"card\" 4111 1111 1111 1111\n")
    #expect(result.text == "über \"card\" [CREDIT_CARD]\n")
    #expect(
      result.findings == [
        Trial.Finding(
          kind: "CREDIT_CARD", confidence: 3, range: 13..<32, value: "4111 1111 1111 1111",
          replacement: "[CREDIT_CARD]")
      ])
  }

  @Test(arguments: ["", "nothing", "C:\\users\\new \\u0041", "\u{1}\u{2028}", "{kind}"])
  func aTextWithoutAHitStaysAsItIs(text: String) throws {
    #expect(try Self.trial(text) == Trial.Result(text: text, findings: []))
  }

  @Test func placesOfFoldedTextsAreThoseOfTheText() throws {
    let result = try Self.trial("card ４１１１ 1111 1111 1111.") { $0.folds = true }
    #expect(result.text == "card [CREDIT_CARD].")
    #expect(result.findings.map(\.range) == [5..<32])
    #expect(result.findings.map(\.value) == ["４１１１ 1111 1111 1111"])
  }

  @Test func whatIsAllowedIsNotFound() throws {
    let result = try Self.trial("4111 1111 1111 1111") {
      $0.allowed = [Array("4111 1111 1111 1111".utf8)]
    }
    #expect(result.findings.isEmpty)
    #expect(result.text == "4111 1111 1111 1111")
  }
}
