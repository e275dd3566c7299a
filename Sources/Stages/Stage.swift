public import Bytes
public import DecisionEvent
public import EventJSON

/// What becomes of one event.
public enum Verdict: Sendable {
  /// It goes on, byte for byte.
  case keep
  /// It is left out.
  case drop
  /// The stage has written, or taken, what stands for it.
  case replaced
}

/// Why a stage could not decide an event.
public enum FailureCause: Sendable {
  /// The line is malformed: `--on-error` says what then.
  case malformed(JSONProblem)
  /// The stage can't go on.
  case fatal(Problem)
}

/// What a stage's errors tell the loop that runs it.
public protocol StageFailure: Error {
  /// Why the event could not be decided.
  var cause: FailureCause { get }
}

extension JSONProblem: StageFailure {
  /// A line that is not an event is malformed.
  public var cause: FailureCause { .malformed(self) }
}

extension Problem: StageFailure {
  /// A problem of its own stops a stage.
  public var cause: FailureCause { .fatal(self) }
}

extension Never: StageFailure {
  /// A stage that cannot fail gives no cause.
  public var cause: FailureCause { switch self {} }
}

/// What a stage saw of the events that it let through, for `--stats`.
public struct Observation: Sendable, Equatable {
  /// The earliest event's time.
  public private(set) var first: Timestamp?
  /// The latest event's time.
  public private(set) var last: Timestamp?
  /// How many events had an outcome that no table knows.
  public var unknownOutcomes = 0
  /// What else the stage counted, by name, in the order to be told.
  public var findings: [Finding] = []

  /// How often a stage found something.
  public struct Finding: Sendable, Equatable {
    /// What it is, such as a kind of personal data.
    public let name: String
    /// How many there were.
    public let count: Int

    /// A count under its name.
    public init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// Nothing seen.
  public init() {}

  /// Adds what was seen of other events.
  public mutating func add(_ other: Observation) {
    note(other.first)
    note(other.last)
    unknownOutcomes += other.unknownOutcomes
    findings += other.findings
  }

  /// Notes the time of one more event.
  public mutating func note(_ time: Timestamp?) {
    guard let time else { return }
    first = min(first ?? time, time)
    last = max(last ?? time, time)
  }
}

extension Observation {
  /// Notes the event that `reader` has just scanned; `time` is the operand of its time.
  public mutating func note(
    _ line: Span<UInt8>, readBy reader: inout EventReader, time: Operand
  ) {
    note(reader.time(of: time, in: line))
    if let outcome = reader.outcome(in: line), outcome.known == nil { unknownOutcomes += 1 }
  }
}

/// Where the events of a stream came from.
public struct StreamHistory: Sendable, Equatable {
  /// The JSON of the entries of the stages before this one, in the order of the frames, without the
  /// array's brackets; empty where the stream was not framed.
  public let stages: [UInt8]
  /// Whether a frame told that nothing is missing.
  public let isFramed: Bool
  /// Whether malformed lines were left out, or the stream before was not complete.
  public let isPartial: Bool

  /// What is known of a stream.
  public init(stages: [UInt8], isFramed: Bool, isPartial: Bool) {
    self.stages = stages
    self.isFramed = isFramed
    self.isPartial = isPartial
  }
}

/// One step of a pipeline.
///
/// A stage decides events one by one and knows nothing of files, lines, frames or counts: the
/// `Pump` that runs it does.
public protocol Stage<Failure>: ~Copyable {
  /// What deciding an event can fail with; a stage that cannot fail has no error path at all.
  associatedtype Failure: StageFailure = Never

  /// Told before each event where it begins, for stages that keep a record of what they did.
  mutating func willProcess(eventAt place: Place)

  /// Decides one event. `line` is valid only during the call.
  ///
  /// It has no newline, but where the event is no line, such as the element of an array: then line
  /// breaks may stand between its tokens. A kept event is written without them.
  ///
  /// A stage that answers `.replaced` has appended the event's new bytes, without a newline at
  /// the end, or nothing where it took the event for itself. One that makes a document appends
  /// every byte of it, newlines included.
  mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(Failure) -> Verdict

  /// Told that something of the input is left out, such as a malformed line that is skipped, which
  /// the stage need not have seen.
  mutating func noteMissing()

  /// Called before a frame that was read whole is ended as such on the output: what must be true
  /// by then, such as a record of the frame being written. Where it throws, the frame is aborted.
  ///
  /// `status` is what the frame will end as: complete, or partial where malformed lines were left
  /// out.
  mutating func concludeFrame(as status: FrameStatus) throws(Failure)

  /// Told before `finish` where the events came from, for documents that say so.
  mutating func willFinish(_ history: StreamHistory)

  /// Called after the last event; where each frame becomes a document of its own, after each.
  mutating func finish(into output: inout Output) throws(Failure)

  /// Whether `finish` is to be called once more, when what it wrote is written out: what stands
  /// behind the last event may be longer than memory.
  var hasMore: Bool { get }

  /// What was seen so far.
  var observation: Observation { get }
}

extension Stage where Self: ~Copyable {
  /// Most stages need no place: problems are told with it by the loop.
  public mutating func willProcess(eventAt place: Place) {}

  /// Most stages do not ask whether they see everything.
  public mutating func noteMissing() {}

  /// Most stages have nothing to do with frames.
  public mutating func concludeFrame(as status: FrameStatus) throws(Failure) {}

  /// Most stages do not tell where their events came from.
  public mutating func willFinish(_ history: StreamHistory) {}

  /// Most stages write all that stands behind the last event at once.
  public var hasMore: Bool { false }

  /// Most stages write nothing after the last event.
  public mutating func finish(into output: inout Output) throws(Failure) {}

  /// Most stages observe nothing.
  public var observation: Observation { Observation() }
}
