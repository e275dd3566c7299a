import Bytes
import DecisionEvent
import Digests
import EventJSON
import Stages
import Totals

/// A report for people: the checklist, with what failed below each line, and then the sums.
///
/// All that comes from data is escaped, so that a terminal only shows it.
struct ReportText {
  /// How many teams and users are told; the report as JSON has all.
  private static let mostGroups = 20

  private let report: Report

  init(_ report: Report) { self.report = report }

  func write(into output: inout Output) {
    writeHead(into: &output)
    output.append(.newline)
    var table = TextTable(
      ["check", "result", "asked", "failed", "%", "what must hold"], numbers: [2, 3, 4])
    for row in report.rows {
      let isOptional = !row.isRequired && row.result == .failed
      table.add([
        row.check.name, Self.word(for: row.result) + (isOptional ? " (not required)" : ""),
        "\(row.asked)", "\(row.failed)", row.share ?? "-", row.check.claim,
      ])
    }
    table.write(into: &output) { index, output in
      writeDetails(of: report.rows[index], into: &output)
    }
    write(report.teams, named: "team", into: &output)
    write(report.users, named: "user", into: &output)
    writeConfigurations(into: &output)
  }

  private func writeHead(into output: inout Output) {
    let times = [report.total.first, report.total.last].map { $0?.description ?? "-" }
    Self.append("events", "\(report.total.events), \(times[0]) to \(times[1])", into: &output)
    let wholeness =
      switch report.isWhole {
      case true?: "whole: the frame says so"
      case false?: "NOT WHOLE: what is told is of the part that could be read"
      case nil: "no frame tells whether these are all events"
      }
    Self.append("stream", wholeness, into: &output)
    if let profile = report.profile {
      Self.append(
        "profile", Quoting.escaped("\(profile.name): \(profile.title)"), into: &output)
      if !profile.note.isEmpty { Self.append("", Quoting.escaped(profile.note), into: &output) }
    }
    Self.append("result", result, into: &output)
  }

  /// How it went: a check that was asked for and not made is no evidence, and must not read like it.
  private var result: String {
    guard report.hasPassed else { return "FAILED" }
    guard !report.notMade.isEmpty else { return "passed" }
    return "passed, but not made: " + report.notMade.map(\.name).joined(separator: ", ")
  }

  private static func append(_ label: String, _ value: String, into output: inout Output) {
    output.append(label)
    for _ in label.utf8.count..<9 { output.append(.space) }
    output.append(value)
    output.append(.newline)
  }

  private static func word(for result: Report.Result) -> String {
    switch result {
    case .passed: "passed"
    case .failed: "FAILED"
    case .notChecked: "not checked"
    }
  }

  private func writeDetails(of row: Report.Row, into output: inout Output) {
    if let reason = row.reason(in: report) { Self.appendDetail(reason, into: &output) }
    if !row.faults.isEmpty, Fault.allCases.count(where: { $0.check == row.check }) > 1 {
      let list = row.faults.map { "\($0.fault.name) \($0.count)" }
      Self.appendDetail(list.joined(separator: ", "), into: &output)
    }
    for offender in row.offenders {
      Self.appendDetail("- \(Self.text(of: offender))", into: &output)
    }
    if row.check == .gaps, let gaps = report.gaps { Self.write(gaps, into: &output) }
    let left = row.failed - row.offenders.count
    if !row.offenders.isEmpty, left > 0 { Self.appendDetail("- and \(left) more", into: &output) }
    for reference in row.references {
      Self.appendDetail(
        "serves " + Quoting.escaped("\(reference.reference): \(reference.title)"), into: &output)
    }
  }

  private static func appendDetail(_ text: String, into output: inout Output) {
    output.append("    \(text)\n")
  }

  private static func text(of offender: Offender) -> String {
    var text = offender.text.map { Quoting.escaped(String(decoding: $0, as: UTF8.self)) } ?? ""
    if offender.isCut { text += "..." }
    if let place = offender.place { text += text.isEmpty ? place.text : " (\(place.text))" }
    if offender.isMissing { text += ": missing" }
    if !offender.missingTurns.isEmpty {
      text += ": turns \(offender.missingTurns.map(String.init).joined(separator: ", "))"
    }
    return text
  }

  private static func write(_ gaps: GapList, into output: inout Output) {
    for gap in gaps.kept.prefix(Ledger.maximumOffenders) {
      appendDetail("- \(gap.start) to \(gap.end)", into: &output)
    }
    let left = gaps.count - Ledger.maximumOffenders
    if left > 0 { appendDetail("- and \(left) more", into: &output) }
    if gaps.lateCount > 0 {
      appendDetail("events behind later ones: \(gaps.lateCount)", into: &output)
    }
  }
}

// The sums, and the files of configurations.
extension ReportText {
  private func write(_ groups: GroupTable, named name: String, into output: inout Output) {
    if groups.totals.isEmpty { return }
    output.append(.newline)
    var table = TextTable(
      [name, "events", "tokens.input", "tokens.output", "cost"], numbers: [1, 2, 3, 4])
    for group in groups.sorted(byKey: false).prefix(Self.mostGroups) {
      let key = groups.withKey(group) { key in
        var offset = 0
        switch GroupKey.next(in: key, &offset) {
        case .none: return "(none)"
        case .text(let range), .literal(let range):
          return Quoting.shortened(String(copying: key.extracting(range)))
        }
      }
      table.add([key] + Self.cells(groups.totals[group]))
    }
    if groups.other.events > 0 { table.add(["(others)"] + Self.cells(groups.other)) }
    table.write(into: &output)
    let left = groups.totals.count - Self.mostGroups
    if left > 0 { output.append("and \(left) more, in the report as JSON\n") }
  }

  private static func cells(_ totals: GroupTotals) -> [String] {
    ["\(totals.events)"]
      + [totals.inputTokens, totals.outputTokens, totals.cost].map { sum in
        guard let value = sum.value else { return "-" }
        var text = Output(capacity: 80)
        value.write(into: &text)
        return String(copying: text.bytes)
      }
  }

  private func writeConfigurations(into output: inout Output) {
    guard let configurations = report.configurations, !configurations.isEmpty else { return }
    output.append(.newline)
    var table = TextTable(["configuration", "events", "file", "SHA-256"], numbers: [1])
    for configuration in configurations {
      for file in configuration.files {
        let texts = [configuration.version, file.name].map {
          Quoting.escaped(String(decoding: $0, as: UTF8.self))
        }
        table.add([
          texts[0], "\(configuration.events)", texts[1], file.content.sha256.hexadecimal,
        ])
      }
    }
    table.write(into: &output)
  }
}

extension Quoting {
  /// At most 64 characters of a text, escaped.
  fileprivate static func shortened(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(64)
    let isWhole = start.endIndex == text.unicodeScalars.endIndex
    return escaped(String(String.UnicodeScalarView(start))) + (isWhole ? "" : "...")
  }
}
