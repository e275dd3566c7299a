public import Bytes
import DecisionEvent
import EventJSON
public import Stages
import Totals

/// Lets every event through byte for byte, and judges them all in the end.
///
/// Memory: 32 to 64 bytes an event for its id, 16 for its time where gaps are asked for, more for the
/// sums of each team and user (`GroupTable`), for turns that are numbered (`ConversationChecks`) and
/// for the lists that options name; nothing else grows.
public struct CheckStage: ~Copyable, Stage {
  private let request: CheckRequest
  private var reader: EventReader
  private let decisions: DecisionChecks
  private let records: RecordChecks
  private var identities: IdentityChecks
  private var configurations: ConfigChecks
  private var times: TimeChecks
  private var conversations: ConversationChecks
  private var usage: UsageSums
  private var ledger = Ledger()
  private var place = Place(file: nil, line: 0)
  private var isMissingSomething = false
  private let file: RecordFile?
  private let observed: (time: Operand, isWanted: Bool)
  private var observedEvents = Observation()
  /// What is told of the stream, once it is judged.
  private(set) var report: Report?
  /// Whether it was judged, even where the report could not be made: that is tried once.
  private var isJudged = false

  /// A stage that writes its report to `file`, where there is one; with `observing`, it also notes
  /// what statistics tell.
  public init(
    _ request: CheckRequest, report file: consuming RecordFile?, observing: Bool
  ) throws(Problem) {
    var expected: ExpectedIDs?
    if let list = request.expectedIDs { expected = try ExpectedIDs(list) }
    var folder: ConfigFolder?
    if let path = request.configurations { folder = try ConfigFolder(path) }
    var query = EventQuery(request.dictionary)
    decisions = DecisionChecks(&query)
    records = RecordChecks(&query)
    identities = IdentityChecks(&query, expected: expected)
    configurations = ConfigChecks(&query, folder: folder)
    times = TimeChecks(request.window, maximumGap: request.maximumGap)
    conversations = ConversationChecks(&query)
    usage = UsageSums(&query)
    observed = (query.operand(.timestamp), observing)
    reader = query.makeReader()
    self.request = request
    self.file = file
  }

  /// The times and unknown outcomes of what went on, and how often each check failed.
  public var observation: Observation {
    var observation = observedEvents
    guard observed.isWanted, let report else { return observation }
    observation.findings = report.rows.filter { $0.failed > 0 }
      .map { Observation.Finding(name: $0.check.name, count: $0.failed) }
    return observation
  }

  /// Notes where the event stands, by which it is named where it has no id.
  public mutating func willProcess(eventAt place: Place) { self.place = place }

  /// Validates the event whole, and judges it.
  ///
  /// - Throws: `malformed` where the line is no event; an event that fails a check is none.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(EventFailure) -> Verdict {
    try reader.read(line)
    var judgement = Judgement()
    let figures = usage.judge(line, &reader, &judgement)
    times.judge(figures.time, &judgement)
    decisions.judge(line, &reader, &judgement)
    records.judge(line, &reader, &judgement)
    identities.judge(line, &reader, &judgement)
    configurations.judge(line, &reader, &judgement)
    conversations.judge(line, &reader, &judgement)
    let checks = ledger.add(judgement)
    if checks != 0 { keepOffender(line, of: checks) }
    if observed.isWanted {
      observedEvents.note(line, readBy: &reader, time: observed.time)
    }
    return .keep
  }

  private mutating func keepOffender(_ line: Span<UInt8>, of checks: UInt32) {
    var offender = Offender(at: place)
    _ = reader.anyValue(of: identities.id, in: line) { _, text in
      offender.set(text)
      return true
    }
    ledger.keep(offender, of: checks)
  }

  /// Notes that the stream is not whole.
  public mutating func noteMissing() { isMissingSomething = true }

  /// Before a frame ends as complete its report must be written, and everything hold that must: a
  /// sink would publish it.
  public mutating func concludeFrame(as status: FrameStatus) throws(EventFailure) {
    try conclude(isWhole: !isMissingSomething)
  }

  /// Does the same for events without a frame, of which nothing tells whether they are all.
  ///
  /// - Throws: `stopped`: `negative` where a required check fails, `badInput` where lines are
  ///   missing, too, `failure` where the report can't be written.
  public mutating func finish(into output: inout Output) throws(EventFailure) {
    try conclude(isWhole: isMissingSomething ? false : nil)
  }

  private mutating func conclude(isWhole: Bool?) throws(EventFailure) {
    if isJudged { return }
    do throws(Problem) {
      try writeReport(isWhole: isWhole)
      if let failure = report?.failure {
        throw Problem(isMissingSomething ? .badInput : .negative, failure)
      }
    } catch {
      throw .stopped(error)
    }
  }

  /// Writes the report of a stream that could not be read to its end, unless it was judged already.
  public mutating func abandon() throws(Problem) {
    if !isJudged { try writeReport(isWhole: false) }
  }

  private mutating func writeReport(isWhole: Bool?) throws(Problem) {
    isJudged = true
    if let expected = request.expectedEvents {
      let found = usage.total.events
      ledger.set(max(expected, found), askedBy: .eventCount)
      ledger.add(max(0, expected - found), .fewer)
      ledger.add(max(0, found - expected), .more)
    }
    identities.conclude(&ledger)
    times.conclude(&ledger)
    conversations.conclude(&ledger)
    usage.conclude(&ledger)
    let report = Report(
      request, ledger, isWhole: isWhole, events: usage.total, teams: usage.teams.table,
      users: usage.users.table, gaps: times.gaps,
      configurations: try configurations.configurations())
    self.report = report
    var text = Output(capacity: 64 * 1024)
    ReportJSON.write(report, into: &text)
    try file?.write(&text)
    try file?.synchronize()
  }

  /// Writes the report for people, or as JSON, once the stream is judged.
  public func writeReport(as format: ReportFormat, into output: inout Output) {
    guard let report else { return }
    switch format {
    case .table: ReportText(report).write(into: &output)
    case .json: ReportJSON.write(report, into: &output)
    }
  }
}

/// How a report is written.
public enum ReportFormat: Sendable {
  /// For people.
  case table
  /// As one JSON object.
  case json
}
