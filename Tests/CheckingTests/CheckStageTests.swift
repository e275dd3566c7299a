import Bytes
import Foundation
import Stages
import TestSupport
import Testing

@testable import Checking

@Suite struct CheckStageTests {
  private let good = [
    #"{"id":"a","timestamp":"2026-01-01T00:00:00Z","decision":"allowed","policies_applied":["p"],"#
      + #""model":"x/m","input_tokens":1,"output_tokens":2,"cost":0.1,"config_version":"1"}"#
  ]

  @Test func aFrameWhoseEventsHoldIsEnded() throws {
    var stage = try checked(good)
    try stage.concludeFrame(as: .complete)
    let told = stage.report
    let report = try #require(told)
    #expect(report.isWhole == true && report.hasPassed)
    // What comes behind the end is the same.
    var output = Output(capacity: 1)
    try stage.finish(into: &output)
    try stage.abandon()
    let isWhole = stage.report?.isWhole
    #expect(isWhole == true)
  }

  @Test func aFrameWhoseEventsDoNotHoldIsNotEnded() throws {
    let folder = try TemporaryFolder()
    let file = try RecordFile(Path(folder.path("report")), kind: "report")
    var stage = try checked(good + good, report: file)
    do throws(EventFailure) {
      try stage.concludeFrame(as: .complete)
      Issue.record("a repeated id passes")
    } catch {
      guard case .stopped(let problem) = error else {
        Issue.record("a failed check is no malformed line")
        return
      }
      #expect(problem == Problem(.negative, "failed: ids-unique (1 of 2)"))
    }
    let text = try String(contentsOfFile: folder.path("report"), encoding: .utf8)
    #expect(text.hasPrefix(#"{"v":1,"tool":"kt-check 0","complete":true,"passed":false,"#))
    let findings = stage.observation.findings
    #expect(findings == [Observation.Finding(name: "ids-unique", count: 1)])
  }

  @Test func withoutAFrameNothingTellsWhetherItIsWhole() throws {
    var stage = try checked(good)
    var output = Output(capacity: 1)
    try stage.finish(into: &output)
    let told = stage.report
    let report = try #require(told)
    #expect(report.isWhole == nil && report.hasPassed)
  }

  @Test func aConfigurationThatCannotBeReadIsToldOnce() throws {
    let folder = try TemporaryFolder()
    try "{}".write(toFile: folder.path("1"), atomically: false, encoding: .utf8)
    var stage = try checked(good) { $0.configurations = Path(folder.path("")) }
    try FileManager.default.removeItem(atPath: folder.path("1"))
    do throws(EventFailure) {
      try stage.concludeFrame(as: .complete)
      Issue.record("a configuration that is gone is no reason to stop")
    } catch {
      guard case .stopped(let problem) = error else {
        Issue.record("a configuration is no line")
        return
      }
      #expect(problem.status == .failure)
    }
    try stage.abandon()
    var output = Output(capacity: 1)
    try stage.finish(into: &output)
    let isTold = stage.report != nil
    #expect(!isTold)
  }

  @Test func whatIsLeftOutIsMissing() throws {
    var stage = try checked(good + good)
    stage.noteMissing()
    do throws(EventFailure) {
      try stage.concludeFrame(as: .partial)
    } catch {
      guard case .stopped(let problem) = error else { return }
      #expect(problem.status == .badInput)
    }
    let isWhole = stage.report?.isWhole
    #expect(isWhole == false)
  }
}
