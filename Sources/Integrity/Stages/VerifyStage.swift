public import Bytes
public import DecisionEvent
import Digests
import EventJSON
public import Stages

/// Compares the events that pass with their content hashes, and with the log where its evidence is
/// at hand (spec/integrity.md, section 4).
///
/// Events go on byte for byte, whatever is found; but where they are not verified a frame does not
/// end as complete, so that nothing is published of it.
public struct VerifyStage<Condition: EventCondition & ~Copyable>: ~Copyable, Stage {
  private let options: VerifyOptions
  private let evidence: Evidence?
  private var content: ContentChecker
  private var leaves: EventLeafReader
  private var events: ComparedEvents
  private var queue: InspectionQueue?
  private var lines = LineMap()
  private var condition: Condition?
  /// What is wrong with stored files, unless they hold a redacted copy of what was sealed.
  private let fileFindings: [Finding]
  /// What everything comes to, once it was read.
  public private(set) var conclusion: Conclusion?

  /// A stage that verifies content hashes, and the log where `evidence` says where it is.
  ///
  /// The evidence is read and checked for itself at once.
  ///
  /// - Parameter condition: what all events that it fits are shown of, and the others as stubs; nil
  ///   where that is not asked for.
  public init(
    _ options: VerifyOptions, evidence place: EvidenceOptions?,
    complete condition: consuming Condition?,
    report: consuming FindingReport
  ) throws(Problem) {
    var evidence: Evidence?
    var report = report
    var match: LogMatch?
    if let place {
      let (found, findings) = try EvidenceReader.read(place)
      for finding in findings { try report.add(finding) }
      match = try LogMatch(
        found, isSubset: options.isSubset, looksUp: options.selection != nil)
      evidence = found
    }
    fileFindings =
      try evidence?.seal.map { seal throws(Problem) in
        try StoredFileCheck.findings(options.files, seal)
      } ?? []
    var queue: InspectionQueue?
    // What is asked of each event at once is answered by one thread.
    if options.threads > 1, options.selection == nil, condition == nil {
      queue = InspectionQueue(
        threads: options.threads, salt: evidence?.salt, pairs: options.pairs,
        readsLeaves: place != nil)
    }
    self.condition = condition
    content = ContentChecker(pairs: options.pairs)
    leaves = EventLeafReader(salt: evidence?.salt)
    events = ComparedEvents(match, report)
    self.queue = queue
    self.evidence = evidence
    self.options = options
  }

  /// Notes where the event stands.
  public mutating func willProcess(eventAt place: Place) { lines.note(place) }

  /// Verifies one event.
  ///
  /// - Throws: `stopped` where evidence can't be read, or the report not be written; what does not
  ///   agree is a finding, told at the end.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(EventFailure) -> Verdict {
    var isGood = true
    do throws(Problem) {
      if queue != nil {
        try Self.add(line, &queue, &events, lines)
        return .keep
      }
      isGood = try compare(line)
    } catch {
      throw .stopped(error)
    }
    if isGood || options.selection == nil { isGood = try checkContent(line) && isGood }
    guard let selection = options.selection else { return .keep }
    guard isGood == (selection != .bad) else { return .drop }
    guard selection == .proven, leaves.hasMask else { return .keep }
    leaves.appendProven(of: line, to: &output)
    return .replaced
  }

  /// Checks the content hashes; a line that is no event is one that the comparison has told.
  private mutating func checkContent(_ line: Span<UInt8>) throws(EventFailure) -> Bool {
    do throws(EventFailure) {
      return try content.check(line, lines, &events.report)
    } catch {
      guard case .malformed(let problem) = error else { throw error }
      if !events.hasLog { try events.report.tell(refused(problem)) }
      return false
    }
  }

  private func refused(_ problem: JSONProblem) -> Finding {
    lines.located(Finding(.refused, line: lines.count, reason: problem.refusalCode))
  }
}

// The log.
extension VerifyStage where Condition: ~Copyable {
  /// Compares the event with the log; whether nothing speaks against it so far.
  private mutating func compare(_ line: Span<UInt8>) throws(Problem) -> Bool {
    guard events.hasLog else { return true }
    let leaf = leaves.read(line)
    let event = EventInspection(
      leaf: leaf, place: leaves.place, hasMask: leaves.hasMask,
      isMaskedWhole: leaves.isMaskedWhole, findingsEnd: 0)
    let isGood = try events.compare(event, line: lines.count, lines)
    guard let finding = decide(line) else { return isGood }
    try events.tell(lines.located(finding))
    return false
  }

  /// What speaks against the event's being shown as it is: a stub must not fit the condition, and
  /// any other event must.
  private mutating func decide(_ line: Span<UInt8>) -> Finding? {
    let answer: Bool?
    do throws(JSONProblem) {
      guard let found = try Self.decide(line, leaves, &condition) else { return nil }
      answer = found
    } catch {
      // A line that is no event is one that the comparison has told.
      return nil
    }
    let index = leaves.place.index
    switch (answer, leaves.isStub) {
    case (nil, _): return Finding(.undecided, line: lines.count, index: index)
    case (true, true): return Finding(.hiddenMatch, line: lines.count, index: index)
    case (false, false): return Finding(.notMatching, line: lines.count, index: index)
    default: return nil
    }
  }

  // Takes its parts one by one, as one is read while another one changes. Nil where nothing is
  // asked.
  private static func decide(
    _ line: Span<UInt8>, _ leaves: borrowing EventLeafReader, _ condition: inout Condition?
  ) throws(JSONProblem) -> Bool?? {
    switch condition {
    case .none: return nil
    case .some: break
    }
    let answer = try condition?.decide(line) { leaves.isHidden($0) }
    return .some(answer ?? nil)
  }

  private static func add(
    _ line: Span<UInt8>, _ queue: inout InspectionQueue?, _ events: inout ComparedEvents,
    _ lines: borrowing LineMap
  ) throws(Problem) {
    try queue?.add(line) { chunk throws(Problem) in try events.take(chunk, lines) }
  }

  private static func drain(
    _ queue: inout InspectionQueue?, _ events: inout ComparedEvents, _ lines: borrowing LineMap
  ) throws(Problem) {
    try queue?.drain { chunk throws(Problem) in try events.take(chunk, lines) }
  }
}

// The end.
extension VerifyStage where Condition: ~Copyable {
  /// A frame ends as complete only where its events are verified.
  ///
  /// - Throws: `stopped`: `negative` for evidence of a change, `failure` where nothing can be told.
  public mutating func concludeFrame(as status: FrameStatus) throws(EventFailure) {
    do throws(Problem) {
      let answer = try conclude().answer
      guard answer == .verified else {
        throw Problem(answer.exitStatus, "the events are not verified; the frame is aborted")
      }
    } catch {
      throw .stopped(error)
    }
  }

  /// Concludes events without a frame; their frames are concluded before.
  ///
  /// - Throws: `stopped`: `negative` for evidence of a change, `failure` where nothing can be told.
  public mutating func finish(into output: inout Output) throws(EventFailure) {
    guard conclusion == nil else { return }
    do throws(Problem) {
      _ = try conclude()
    } catch {
      throw .stopped(error)
    }
  }

  private mutating func conclude() throws(Problem) -> Conclusion {
    try Self.drain(&queue, &events, lines)
    var conclusion = Conclusion()
    conclusion.events = lines.count
    conclusion.contentHashes = content.tally
    if let checkpoint = evidence?.checkpoint?.checkpoint {
      conclusion.log = Conclusion.Log(
        origin: String(decoding: checkpoint.origin, as: UTF8.self), size: checkpoint.size,
        signers: evidence?.signatures.map(\.key.shortName) ?? [])
    }
    if events.maskedEvents == 0 { for finding in fileFindings { try events.tell(finding) } }
    try events.conclude(&conclusion, isSubset: options.isSubset, lines)
    self.conclusion = conclusion
    return conclusion
  }
}
