import Bytes
import Commitments
import Stages

/// What events come to in their order: compared with the log where there is one, what is found told,
/// and counted.
struct ComparedEvents: ~Copyable {
  private var match: LogMatch?
  var report: FindingReport
  /// What content hashes of events from threads came to.
  private(set) var tally = ContentHashTally()
  /// How many events were taken from threads.
  private var taken = 0
  private(set) var maskedEvents = 0
  private(set) var whollyMaskedEvents = 0
  private(set) var firstUnknown: Int?

  init(_ match: consuming LogMatch?, _ report: consuming FindingReport) {
    self.match = match
    self.report = report
  }

  /// Whether there is a log.
  var hasLog: Bool {
    switch match {
    case .some: true
    case .none: false
    }
  }

  /// Tells a finding.
  mutating func tell(_ finding: Finding) throws(Problem) { try report.add(finding) }

  /// Compares an event with the log; whether nothing speaks against it so far.
  mutating func compare(
    _ event: EventInspection, line: Int, _ lines: borrowing LineMap
  ) throws(Problem) -> Bool {
    guard hasLog else { return true }
    if event.hasMask { maskedEvents += 1 }
    if event.isMaskedWhole { whollyMaskedEvents += 1 }
    if case .unknown = event.leaf { firstUnknown = firstUnknown ?? line }
    var findings: [Finding] = []
    let isGood =
      try match?.next(event.leaf, event.place, line: line) { findings.append($0) } ?? true
    for finding in findings { try report.add(lines.located(finding)) }
    return isGood
  }

  /// Takes the events of a chunk, in their order.
  mutating func take(
    _ chunk: borrowing InspectionQueue.Chunk, _ lines: borrowing LineMap
  ) throws(Problem) {
    var start = 0
    for index in chunk.events.indices {
      taken += 1
      _ = try compare(chunk.events[index], line: taken, lines)
      let end = chunk.events[index].findingsEnd
      for place in start..<end {
        var finding = chunk.findings[place]
        finding.line = taken
        try report.add(lines.located(finding))
      }
      start = end
    }
    tally.add(chunk.tally)
  }

  /// Tells what is found at the end, and fills in what everything comes to.
  mutating func conclude(
    _ conclusion: inout Conclusion, isSubset: Bool, _ lines: borrowing LineMap
  ) throws(Problem) {
    if let firstUnknown, report.tally[.wrongSalt] == 0 {
      try report.add(
        lines.located(
          Finding(
            .noSalt, line: firstUnknown, reason: "an event without a receipt, and no salt for it")))
    }
    var findings: [Finding] = []
    try match?.finish { findings.append($0) }
    for finding in findings {
      if finding.code == .gap, isSubset {
        // What is asked for is no evidence of change.
        conclusion.gaps += 1
        try report.mention(finding)
      } else {
        try report.add(lines.located(finding))
      }
    }
    try report.conclude()
    conclusion.maskedEvents = maskedEvents
    conclusion.whollyMaskedEvents = whollyMaskedEvents
    conclusion.contentHashes.add(tally)
    conclusion.findings = report.tally
    guard conclusion.log != nil else { return }
    conclusion.comparedWithLog = match?.comparedAnything ?? false
    conclusion.isOpenEnded = match?.isOpenEnded ?? false
    conclusion.indexes = match?.indexes
  }
}
