import Integrity
import TestSupport
import Testing

@Suite struct FindingTests {
  private func line(_ finding: Finding) -> String {
    String(decoding: collect { finding.append(to: &$0) }, as: UTF8.self)
  }

  @Test func findingsAreJSONLinesInTheOrderOfTheTable() {
    #expect(
      line(Finding(.edited, line: 19, index: 16)) == #"{"code":"edited","line":19,"index":16}"#
        + "\n")
    #expect(
      line(Finding(.refused, line: 2, index: 0, reason: "not-json"))
        == #"{"code":"refused","line":2,"index":0,"reason":"not-json"}"# + "\n")
    #expect(
      line(Finding(.removed, index: 0, afterLine: 0))
        == #"{"code":"removed","index":0,"after_line":0}"# + "\n")
    #expect(line(Finding(.gap, gap: 4...9)) == #"{"code":"gap","from":4,"to":9}"# + "\n")
    #expect(
      line(Finding(.contentMismatch, line: 1, field: "/content_hashes/input"))
        == #"{"code":"content-mismatch","line":1,"field":"/content_hashes/input"}"# + "\n")
    #expect(line(Finding(.quorum)) == #"{"code":"quorum"}"# + "\n")
  }

  @Test func namesOfFilesAndFieldsCannotBreakTheLine() {
    #expect(
      line(Finding(.fileMismatch, file: "a\"\n\u{1B}", field: "/\\", reason: "\u{0}"))
        == #"{"code":"file-mismatch","file":"a\"\n\u001b","field":"/\\","reason":"\u0000"}"# + "\n")
  }

  /// The table of spec/integrity.md, section 4.
  @Test func theCodesAreThoseOfTheSpecification() {
    let evidence = [
      "edited", "refused", "removed", "inserted", "moved", "duplicate", "content-mismatch",
      "content-malformed", "content-leak", "not-in-log", "other-checkpoint", "gap", "hidden-match",
      "undecided", "not-matching", "root-mismatch", "seal-mismatch", "bad-checkpoint",
      "bad-signature", "origin-mismatch", "file-mismatch",
    ]
    let doubt = ["untrusted-key", "wrong-salt", "no-salt", "no-leaves", "quorum"]
    let codes = FindingCode.allCases
    #expect(Set(codes.map(\.rawValue)) == Set(evidence + doubt))
    #expect(
      codes.filter { $0.meaning == .cannotTell }.map(\.rawValue).sorted() == doubt.sorted())
  }
}
