import Bytes
import TestSupport
import Testing

@testable import Manifests

@Suite struct StageRecordTests {
  private func stage(
    _ tool: String, _ read: Int, _ written: Int, dropped: Int = 0, malformed: Int = 0,
    added: Int = 0, options: String = ""
  ) -> StageRecord {
    var stage = StageRecord(tool: tool, version: "1", options: options)
    (stage.read, stage.written, stage.dropped) = (read, written, dropped)
    (stage.malformed, stage.added) = (malformed, added)
    return stage
  }

  private func records(_ text: String) throws -> [StageRecord] {
    let bytes = Array(text.utf8)
    return try StageRecord.records(in: bytes.span)
  }

  @Test func recordsAreReadAsTheyWereWritten() throws {
    let written = [
      stage("kt-source", 10, 8, dropped: 1, malformed: 1), stage("kt-wrap", 8, 9, added: 1),
      stage("a\"b\n\u{1}é", 0, 0, options: "--x '\"\\' \u{7F}"), stage("", .max, .max),
    ]
    let text = collect { output in
      for (number, stage) in written.enumerated() {
        output.append(number == 0 ? "[ " : " ,\n")
        stage.write(into: &output)
      }
      output.append("]")
    }
    let read = try StageRecord.records(in: text.span)
    #expect(read == written)
  }

  // spec/cli.md, "Framed streams": the entry of a stage in the end of a frame.
  @Test func entryIsThatOfTheSpecification() {
    let text = collect { stage("kt-source", 3, 2, dropped: 1).write(into: &$0) }
    #expect(
      String(decoding: text, as: UTF8.self)
        == #"{"tool":"kt-source","version":"1","in":3,"out":2,"dropped":1,"malformed":0,"options":""}"#
    )
  }

  @Test func whatIsNotSaidIsNothing() throws {
    let read = try records(#"[{"tool":"x","version":"2","in":1,"out":1,"other":{"in":9}}]"#)
    #expect(read.map(\.dropped) == [0] && read[0].malformed == 0 && read[0].added == 0)
    #expect(read[0].options == "" && read[0].version == "2")
    #expect(try records("[]").isEmpty && records(" [ ] ").isEmpty)
  }

  @Test(arguments: [
    "", "{}", "[", "1", "null", "[1]", "[[]]", "[{}]", #"[{"tool":"x"}]"#,
    #"[{"tool":1,"version":"1","in":1,"out":1}]"#, #"[{"tool":"x","version":"1","in":1}]"#,
    #"[{"tool":"x","version":"1","in":-1,"out":1}]"#,
    #"[{"tool":"x","version":"1","in":1.5,"out":1}]"#,
    #"[{"tool":"x","version":"1","in":99999999999999999999,"out":1}]"#,
    #"[{"tool":"x","version":"1","in":1,"out":1}],"stages":[]"#,
    #"[{"tool":"x","tool":"y","version":"1","in":1,"out":1}]"#,
  ])
  func whatAreNoRecordsIsRefused(text: String) {
    #expect(throws: ManifestProblem.self) { try records(text) }
  }

  // spec/faults.md, rule 9: "events in = out + filtered + malformed, per stage".
  @Test func balanceCountsEveryEvent() {
    #expect(stage("x", 5, 5).isBalanced && stage("x", 5, 3, dropped: 2).isBalanced)
    #expect(stage("x", 5, 3, dropped: 1, malformed: 1).isBalanced)
    // Lines that are handed on malformed are written, too.
    #expect(stage("x", 5, 5, malformed: 2).isBalanced)
    #expect(stage("x", 2, 5, added: 3).isBalanced)
    #expect(!stage("x", 5, 4).isBalanced && !stage("x", 5, 6).isBalanced)
    #expect(!stage("x", 5, 3, dropped: 1).isBalanced)
    #expect(!stage("x", 5, 3, dropped: 3).isBalanced)
    #expect(!stage("x", 5, 2, malformed: 2).isBalanced && !stage("x", 2, 5, added: 2).isBalanced)
  }

  @Test func recordsOfTheSameChainAreAddedUp() {
    var records = [stage("a", 5, 4, dropped: 1), stage("b", 4, 5, added: 1)]
    StageRecord.merge(
      [stage("a", 7, 5, malformed: 2), stage("b", 5, 5)], into: &records)
    #expect(
      records == [
        stage("a", 12, 9, dropped: 1, malformed: 2), stage("b", 9, 10, added: 1),
      ])
  }

  @Test func recordsOfAnotherChainStandBehind() {
    let chain = [stage("a", 5, 5), stage("b", 5, 5)]
    let others: [[StageRecord]] = [
      [stage("a", 1, 1)], [stage("b", 1, 1), stage("a", 1, 1)],
      [stage("a", 1, 1), stage("b", 1, 1, options: "-v")],
      [stage("a", 1, 1), stage("b", 1, 1), stage("c", 1, 1)],
    ]
    for other in others {
      var records = chain
      StageRecord.merge(other, into: &records)
      #expect(records == chain + other)
    }
  }
}
