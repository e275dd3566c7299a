import Bytes
import DecisionEvent
import Stages
import Testing

@testable import Checking

/// A stage that has judged events, one a line.
func checked(
  _ events: [String], report: consuming RecordFile? = nil,
  _ change: (inout CheckRequest) throws -> Void = { _ in }
) throws -> CheckStage {
  var request = CheckRequest(tool: "kt-check 0")
  try change(&request)
  var stage = try CheckStage(request, report: report, observing: true)
  var output = Output(capacity: 64)
  for (index, event) in events.enumerated() {
    let line = Array(event.utf8)
    stage.willProcess(eventAt: Place(file: nil, line: index + 1))
    guard case .keep = try stage.process(line.span, into: &output) else {
      Issue.record("an event does not pass as it is")
      break
    }
  }
  let written = output.count
  #expect(written == 0)
  return stage
}

/// What is told of events, one a line.
func report(
  on events: [String], _ change: (inout CheckRequest) throws -> Void = { _ in }
) throws -> Report {
  var stage = try checked(events, change)
  try stage.abandon()
  let report = stage.report
  return try #require(report)
}

extension Report {
  /// A check's row in short: `failed 1 of 2: no model 1: e1@2`.
  func text(of check: Check) -> String {
    guard let row = rows.first(where: { $0.check == check }) else { return "no row" }
    if let reason = row.reason(in: self) { return reason }
    guard row.result == .failed else { return "passed \(row.asked)" }
    let faults = row.faults.map { "\($0.fault.name) \($0.count)" }.joined(separator: ", ")
    let offenders = row.offenders.map { offender in
      let text = offender.text.map { String(decoding: $0, as: UTF8.self) } ?? ""
      return text + (offender.place.map { "@\($0.line)" } ?? "")
    }
    return "failed \(row.failed) of \(row.asked): \(faults): \(offenders.joined(separator: " "))"
  }
}

/// A check's row in short, of events that were judged without options.
func text(of check: Check, on events: [String]) throws -> String {
  try report(on: events).text(of: check)
}
