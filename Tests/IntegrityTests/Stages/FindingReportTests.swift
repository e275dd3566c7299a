import Bytes
import Foundation
import Stages
import TestSupport
import Testing

@testable import Integrity

@Suite struct FindingReportTests {
  @Test func findingsStandInTheFileInTheirOrder() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("report")
    var report = try FindingReport(file: Path(path))
    try report.add(Finding(.edited, line: 2, index: 1))
    try report.add(Finding(.removed, index: 5, afterLine: 5))
    try report.conclude()
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(
      text == """
        {"code":"edited","line":2,"index":1}
        {"code":"removed","index":5,"after_line":5}

        """)
    let tally = report.tally
    #expect(tally[.edited] == 1 && tally[.removed] == 1 && tally[.inserted] == 0)
  }

  @Test func fileThatHoldsSomethingIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("events.jsonl")
    try Data("{}\n".utf8).write(to: URL(fileURLWithPath: path))
    do throws(Problem) {
      _ = try FindingReport(file: Path(path))
      Issue.record("a report over other content was begun")
    } catch {
      #expect(error.status == .failure && error.message.contains("holds something already"))
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "{}\n")
  }
}
