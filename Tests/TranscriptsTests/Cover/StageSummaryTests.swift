import Testing

@testable import Transcripts

@Suite struct StageSummaryTests {
  @Test func entriesAreToldInTheirOrder() {
    let entries = """
      {"tool":"kt-source","version":"1.2","in":7,"out":7,"dropped":0,"malformed":0,"options":"a b"},\
      {"tool":"kt-filter","in":7,"out":4}
      """
    let found = StageSummary.list(Array(entries.utf8))
    #expect(found.map(\.tool) == ["kt-source 1.2", "kt-filter"])
    #expect(found.map(\.options) == ["a b", ""])
    #expect(found.map(\.read) == [7, 7] && found.map(\.written) == [7, 4])
    #expect(found.map(\.dropped) == [0, nil] && found.map(\.malformed) == [0, nil])
  }

  @Test(arguments: ["", "x", "{", "[]", "1,2", "\"a\""])
  func whatIsNoEntryIsNotTold(text: String) {
    #expect(StageSummary.list(Array(text.utf8)).isEmpty)
  }

  @Test func aNameThatIsMissingIsSaid() {
    #expect(StageSummary.list(Array("{}".utf8)).map(\.tool) == ["unknown tool"])
  }
}
