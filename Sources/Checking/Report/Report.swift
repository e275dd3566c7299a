import DecisionEvent
import Stages
import Totals

/// What is told of a stream that was judged.
struct Report {
  /// How a check went.
  enum Result: Sendable {
    case passed
    case failed
    /// It needs an option that was not given, or there was nothing to look at.
    case notChecked
  }

  /// What is told of a check.
  struct Row: Sendable {
    let check: Check
    let result: Result
    let isRequired: Bool
    /// How many events, or whatever else is counted, the check had something to say of.
    let asked: Int
    /// How many of them it failed at.
    let failed: Int
    /// What was wrong, and how often.
    let faults: [(fault: Fault, count: Int)]
    /// What it failed at first.
    let offenders: [Offender]
    /// What the check serves.
    let references: [Profile.Reference]
  }

  let tool: String
  let profile: Profile?
  /// Whether the stream was whole; nil where nothing tells.
  let isWhole: Bool?
  let rows: [Row]
  /// The checks that were asked for by name or by the profile, and that were not made.
  let notMade: [Check]
  let total: GroupTotals
  let teams: GroupTable
  let users: GroupTable
  let gaps: GapList?
  /// The configurations that events refer to; nil where no folder is given.
  let configurations: [Configuration]?

  init(
    _ request: CheckRequest, _ ledger: Ledger, isWhole: Bool?, events total: GroupTotals,
    teams: GroupTable, users: GroupTable, gaps: GapList?, configurations: [Configuration]?
  ) {
    tool = request.tool
    profile = request.profile
    self.isWhole = isWhole
    self.total = total
    self.teams = teams
    self.users = users
    self.gaps = gaps
    self.configurations = configurations
    let given = request.givenOptions
    let rows = Check.allCases.map { check in
      let failed = ledger.failed(by: check)
      return Row(
        check: check, result: Self.result(of: check, ledger, given: given),
        isRequired: request.requirement.contains(check), asked: ledger.asked(by: check),
        failed: failed,
        faults: Fault.allCases.filter { $0.check == check && ledger.count(of: $0) > 0 }
          .map { ($0, ledger.count(of: $0)) },
        offenders: ledger.offenders(of: check),
        references: request.profile?.entries[check]?.references ?? [])
    }
    self.rows = rows
    // Who asks for all wants those that can be made, and what a profile names.
    let asked = request.requirement == .all ? request.profile?.requirement : request.requirement
    notMade = rows.filter { $0.result == .notChecked && asked?.contains($0.check) ?? false }
      .map(\.check)
  }

  private static func result(
    of check: Check, _ ledger: Ledger, given options: Set<String>
  ) -> Result {
    if ledger.failed(by: check) > 0 { return .failed }
    if let option = check.option, !options.contains(option) { return .notChecked }
    switch check {
    // That nothing is there is an answer, too.
    case .eventCount, .eventIDs: return .passed
    default: return ledger.asked(by: check) > 0 ? .passed : .notChecked
    }
  }

  /// Whether everything holds that must, of a stream that is not known to lack something.
  var hasPassed: Bool { isWhole != false && failure == nil }

  /// The sentence that names the checks which must hold and don't; nil where there are none.
  var failure: String? {
    let failed = rows.filter { $0.isRequired && $0.result == .failed }
    guard !failed.isEmpty else { return nil }
    let list = failed.map { "\($0.check.name) (\($0.failed) of \($0.asked))" }
    return "failed: \(list.joined(separator: ", "))"
  }
}

extension Report.Row {
  /// Why the check was not made.
  func reason(in report: Report) -> String? {
    guard result == .notChecked else { return nil }
    if let option = check.option, asked == 0, !(check == .gaps && report.gaps != nil) {
      return "needs \(option)"
    }
    return "nothing to look at"
  }

  /// The share that failed, in per cent with four digits; nil where nothing was asked.
  ///
  /// Rounded, but never to none where there is one, nor to all where there is one that did not.
  var share: String? {
    guard asked > 0 else { return nil }
    let (product, overflow) = failed.multipliedReportingOverflow(by: 1_000_000)
    guard !overflow else { return nil }
    var parts = (product + asked / 2) / asked
    if failed > 0, parts == 0 { parts = 1 }
    if failed < asked, parts >= 1_000_000 { parts = 999_999 }
    let digits = String(parts % 10_000)
    return "\(parts / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
