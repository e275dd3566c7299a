public import Bytes
import Commitments
import EventJSON
public import Stages

/// Commits to the events that pass: a leaf of the log for each (spec/integrity.md, section 3,
/// `add`).
///
/// Events go on byte for byte. Where content hashes are not those of their texts nothing is
/// sealed, unless that is asked for: what is wrong when it is sealed stays wrong for good.
public struct AddStage: ~Copyable, Stage {
  private let options: AddOptions
  private var queue: LeafQueue
  private var facts: EventFacts
  private var content: ContentChecker
  private var part: PartWriter
  private var report: FindingReport
  private var lines = LineMap()
  private var isPartial = false
  private var hasEnded = false
  /// What was sealed, once it is.
  public private(set) var sealed: SealedExport?

  /// A stage that commits as `options` says.
  ///
  /// - Throws: `usage` for keys and names that do not fit; `failure` where the folder can't be made
  ///   or is sealed.
  public init(_ options: AddOptions, report: consuming FindingReport) throws(Problem) {
    let facts = try EventFacts(tallying: options.tally, dictionary: options.dictionary)
    let part = try PartWriter(in: options.folder)
    self.facts = facts
    self.part = part
    queue = LeafQueue(salt: options.salt, threads: options.threads)
    content = ContentChecker(pairs: options.pairs)
    self.report = report
    self.options = options
  }

  /// How many events were committed to.
  public var count: Int { facts.count }

  /// How much was hashed for the leaves of the events, which is what `add` takes its time for.
  public var observation: Observation {
    var observation = Observation()
    observation.findings = [
      Observation.Finding(name: "hashes", count: queue.effort.hashCount),
      Observation.Finding(name: "hashed_bytes", count: queue.effort.byteCount),
    ]
    return observation
  }

  /// Notes where the event stands.
  public mutating func willProcess(eventAt place: Place) { lines.note(place) }

  /// Nothing is sealed that is known to miss something.
  public mutating func noteMissing() { isPartial = true }

  /// Commits to one event.
  ///
  /// - Throws: `malformed` where the line has no canonical form; `stopped` where leaves can't be
  ///   written.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(EventFailure) -> Verdict {
    if let refusal = try Self.add(line, &queue, &part) {
      try refuse(line, refusal)
    } else {
      try facts.note(line)
      try content.check(line, lines, &report)
    }
    return .keep
  }

  /// Commits to a line that has no canonical form as it stands, where that is asked for.
  private mutating func refuse(
    _ line: Span<UInt8>, _ refusal: CanonicalRefusal
  ) throws(EventFailure) {
    try report.tell(lines.located(Finding(.refused, line: lines.count, reason: refusal.rawValue)))
    guard options.keepsBadLines else {
      throw .malformed(refusal.problem(foundBy: facts.problem(of: line)))
    }
    var wrapped = Output(capacity: line.count * 4 / 3 + 64)
    RefusedLine.append(line, to: &wrapped)
    guard try Self.add(wrapped.bytes, &queue, &part) == nil else {
      preconditionFailure("an event of two short strings is never refused")
    }
    facts.note(refused: line)
  }

  // Takes its parts one by one, as a span of one keeps the whole from being changed.
  private static func add(
    _ line: Span<UInt8>, _ queue: inout LeafQueue, _ part: inout PartWriter
  ) throws(EventFailure) -> CanonicalRefusal? {
    do throws(Problem) {
      return try queue.add(line) { leaves throws(Problem) in try part.append(leaves.bytes) }
    } catch {
      throw .stopped(error)
    }
  }
}

// The end.
extension AddStage {
  /// Before a frame ends as complete, the part is on its disk, and sealed where that is asked for.
  ///
  /// - Throws: `stopped`, so that the frame is aborted: nothing is sealed then.
  public mutating func concludeFrame(as status: FrameStatus) throws(EventFailure) {
    hasEnded = true
    guard status == .complete else { return }
    do throws(Problem) {
      try conclude(isFramed: true)
    } catch {
      throw .stopped(error)
    }
  }

  /// Does the same for events without a frame.
  ///
  /// - Throws: `stopped`: nothing is sealed then.
  public mutating func finish(into output: inout Output) throws(EventFailure) {
    do throws(Problem) {
      if !hasEnded, !isPartial { try conclude(isFramed: false) }
      try report.conclude()
    } catch {
      throw .stopped(error)
    }
  }

  private mutating func conclude(isFramed: Bool) throws(Problem) {
    try queue.drain { leaves throws(Problem) in try part.append(leaves.bytes) }
    try report.flush()
    if let expected = options.expectedCount, expected != facts.count {
      throw Problem(
        .badInput, "\(facts.count) events, and \(expected) expected (--expect)\(consequence)")
    }
    let findings = content.findings
    if findings > 0, !options.acceptsMismatches {
      throw Problem(
        .negative,
        "\(findings) content \(findings == 1 ? "hash does" : "hashes do") not agree with the text"
          + "\(consequence); --accept-mismatches commits to what is there")
    }
    try part.conclude(facts.record(saltID: options.salt.identifier, isFramed: isFramed))
    guard let request = options.seal else { return }
    var sealer = Sealer(request, in: options.folder)
    sealed = try part.withFolder { folder throws(Problem) in
      try sealer.seal([options.folder], files: [], in: folder)
    }
  }

  private var consequence: String { options.seal == nil ? "; no part written" : "; nothing sealed" }

  /// What was done, in one plain sentence.
  public var sentence: String {
    sealed?.sentence ?? "committed: \(FindingCode.count(facts.count, "event")), not sealed yet"
  }

  /// Takes the seal back where the end of the stream could not be written: what nobody could read
  /// whole is no export.
  public consuming func withdraw() throws(Problem) {
    guard sealed != nil else { return }
    let folder = options.folder
    try part.withFolder { opened throws(Problem) in
      do throws(SystemError) {
        try opened.remove(ExportFolder.File.checkpoint.name)
        try opened.synchronize()
      } catch {
        throw folder.problem(.checkpoint, "\(error)")
      }
    }
  }
}
