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
  private var match: LogMatch?
  private var queue: LeafQueue?
  private var report: FindingReport
  private var lines = LineMap()
  private var condition: Condition?
  private var maskedEvents = 0
  private var whollyMaskedEvents = 0
  private var firstUnknown: Int?
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
    var queue: LeafQueue?
    if options.threads > 1, let salt = evidence?.salt, match?.takesLeavesOnly == true,
      condition == nil
    {
      queue = LeafQueue(salt: salt, threads: options.threads)
    }
    self.condition = condition
    content = ContentChecker(pairs: options.pairs)
    leaves = EventLeafReader(salt: evidence?.salt)
    self.match = match
    self.queue = queue
    self.report = report
    self.evidence = evidence
    self.options = options
  }

  /// Notes where the event stands.
  public mutating func willProcess(eventAt place: Place) { lines.note(place) }

  /// Verifies one event.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(EventFailure) -> Verdict {
    var isGood = true
    do throws(Problem) {
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
      return try content.check(line, lines, &report)
    } catch {
      guard case .malformed(let problem) = error else { throw error }
      if match == nil { try report.tell(refused(problem)) }
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
    if queue != nil, let isGood = try enqueue(line) { return isGood }
    guard match != nil else { return true }
    let leaf = queue == nil ? leaves.read(line) : leaves.readReceipt(line) ?? .unknown
    if leaves.hasMask { maskedEvents += 1 }
    if leaves.isMaskedWhole { whollyMaskedEvents += 1 }
    if case .unknown = leaf { firstUnknown = firstUnknown ?? lines.count }
    var findings: [Finding] = []
    let isGood = try Self.next(leaf, leaves, &match, line: lines.count) { findings.append($0) }
    if let finding = decide(line) { findings.append(finding) }
    for finding in findings { try report.add(lines.located(finding)) }
    return isGood && findings.isEmpty
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

  // Takes its parts one by one, as one is read while another one changes.
  private static func next(
    _ leaf: EventLeaf, _ leaves: borrowing EventLeafReader, _ match: inout LogMatch?, line: Int,
    _ report: (Finding) -> Void
  ) throws(Problem) -> Bool {
    try match?.next(leaf, leaves.place, line: line, report) ?? true
  }

  /// Leaves the event to the threads; nil where it carries a receipt, and those before it are
  /// compared then.
  private mutating func enqueue(_ line: Span<UInt8>) throws(Problem) -> Bool? {
    switch try Self.add(line, &queue, &match) {
    case .added: return true
    case .receipt:
      try Self.drain(&queue, &match)
      return nil
    case .refused(let refusal):
      try Self.drain(&queue, &match)
      let leaf = leaves.refusal(refusal.rawValue, line)
      return try Self.next(leaf, leaves, &match, line: lines.count) { _ in }
    }
  }

  private static func add(
    _ line: Span<UInt8>, _ queue: inout LeafQueue?, _ match: inout LogMatch?
  ) throws(Problem) -> LeafQueue.Addition {
    try queue?.add(withoutReceipt: line) { leaves throws(Problem) in
      try match?.next(leaves: leaves.bytes)
    } ?? .receipt
  }

  private static func drain(
    _ queue: inout LeafQueue?, _ match: inout LogMatch?
  ) throws(Problem) {
    try queue?.drain { leaves throws(Problem) in try match?.next(leaves: leaves.bytes) }
  }
}

// The end.
extension VerifyStage where Condition: ~Copyable {
  /// A frame ends as complete only where its events are verified.
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
  public mutating func finish(into output: inout Output) throws(EventFailure) {
    guard conclusion == nil else { return }
    do throws(Problem) {
      _ = try conclude()
    } catch {
      throw .stopped(error)
    }
  }

  private mutating func conclude() throws(Problem) -> Conclusion {
    try Self.drain(&queue, &match)
    if let firstUnknown, report.tally[.wrongSalt] == 0 {
      try report.add(
        lines.located(
          Finding(
            .noSalt, line: firstUnknown, reason: "an event without a receipt, and no salt for it")))
    }
    var findings: [Finding] = []
    try match?.finish { findings.append($0) }
    if maskedEvents == 0 { for finding in fileFindings { try report.add(finding) } }
    var conclusion = Conclusion()
    for finding in findings {
      if finding.code == .gap, options.isSubset {
        // What is asked for is no evidence of change.
        conclusion.gaps += 1
        try report.mention(finding)
      } else {
        try report.add(lines.located(finding))
      }
    }
    try report.conclude()
    conclusion.events = lines.count
    conclusion.maskedEvents = maskedEvents
    conclusion.whollyMaskedEvents = whollyMaskedEvents
    conclusion.contentHashes = content.tally
    conclusion.findings = report.tally
    if let checkpoint = evidence?.checkpoint?.checkpoint {
      conclusion.log = Conclusion.Log(
        origin: String(decoding: checkpoint.origin, as: UTF8.self), size: checkpoint.size,
        signers: evidence?.signatures.map(\.key.shortName) ?? [])
      conclusion.comparedWithLog = match?.comparedAnything ?? false
      conclusion.isOpenEnded = match?.isOpenEnded ?? false
      conclusion.indexes = match?.indexes
    }
    self.conclusion = conclusion
    return conclusion
  }
}
