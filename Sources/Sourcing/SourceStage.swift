public import Bytes
public import DecisionEvent
import Digests
public import EventJSON
public import Stages

/// What a `SourceStage` does with events.
public struct SourceRequest: Sendable {
  /// The times of the events that go on.
  public var window = TimeWindow()
  /// Under which names events have their id and time.
  public var dictionary = EventDictionary()
  /// Whether times and unknown outcomes are noted, for statistics.
  public var isObserving = false
  /// Whether the time decides something outside of the stage, so that it must not stand twice.
  var isOrdering = false
  /// Whether an event that came before is dropped, told by its id.
  public var removesDuplicates = false
  /// What earlier runs have exported; nil where nobody asks.
  var history: ExportHistory?

  /// A request for everything.
  public init() {}
}

/// Lets the events of a window of time through, each once where that is asked for, and no line
/// that could pass for a frame's.
public struct SourceStage: ~Copyable, Stage {
  private let window: TimeWindow
  private let time: Operand
  private let isObserving: Bool
  private let reservedSlot: Int
  private var reader: EventReader
  private var identity: EventIdentity?
  /// The ids that went on, with digests of their events; nil where nobody asks.
  private var seen: DigestTable?
  /// The events that earlier runs have exported; nil where nobody asks.
  private let exported: DigestTable?
  /// The times and unknown outcomes of what was let through, where they are wanted.
  public private(set) var observation = Observation()
  /// What was found of the last event, where a history is kept.
  private(set) var decision = SourceDecision()
  /// The latest time of all events that went on, in earlier runs, too, where a history is kept.
  private(set) var latest: Timestamp?

  /// A stage that does what is asked for.
  public init(_ request: SourceRequest) {
    let window = request.window
    var query = EventQuery(request.dictionary)
    // Without a window no time is read, and a doubled one is no business of the source.
    let decides = request.isOrdering || !window.isUnbounded
    let readsTime = request.isObserving || decides
    let time = readsTime ? query.operand(.timestamp, observing: !decides) : .nothing
    if request.isObserving { _ = query.operand(.outcome, observing: true) }
    let reservedSlot = query.slot(ofMember: "_kt_stream")
    let removesDuplicates = request.removesDuplicates
    let looksAtIDs = removesDuplicates || request.history != nil
    let identity =
      looksAtIDs ? EventIdentity(&query, key: request.history?.key ?? DigestKey()) : nil
    // All at once and at the end: initialised one by one between calls, release builds of Swift 6.3
    // release what was never there.
    self.window = window
    self.time = time
    isObserving = request.isObserving
    self.reservedSlot = reservedSlot
    self.identity = identity
    seen = removesDuplicates ? DigestTable() : nil
    exported = request.history?.exported
    latest = request.history?.latest
    reader = query.makeReader()
  }

  /// Validates the event whole, and decides it by its time and its id.
  ///
  /// - Throws: what is wrong with the line, or an id with other bytes than before.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(JSONProblem) -> Verdict {
    decision = SourceDecision()
    do throws(JSONProblem) {
      return try decide(line)
    } catch {
      // What an earlier run has told is not told again.
      if exported != nil, wasExported(identity?.ofContent(line)) { return .drop }
      throw error
    }
  }

  private mutating func decide(_ line: Span<UInt8>) throws(JSONProblem) -> Verdict {
    try reader.scan(line)
    let reserved = reader.table[reservedSlot]
    guard reserved.kind == .absent else {
      throw JSONProblem(
        .reservedMember, at: reserved.isString ? reserved.start - 1 : reserved.start)
    }
    if exported != nil, wasExported(identify(line)) { return .drop }
    guard isInWindow(line) else {
      decision.digest = nil
      return .drop
    }
    if try isDuplicate(line) { return .drop }
    if isObserving {
      observation.note(line, readBy: &reader, time: time)
    }
    if let moment = decision.time { latest = max(latest ?? moment, moment) }
    return .keep
  }

  private mutating func isInWindow(_ line: Span<UInt8>) -> Bool {
    // Without a history, the time is of interest only where there is a window.
    if window.isUnbounded, exported == nil { return true }
    let moment = reader.time(of: time, in: line)
    decision.time = moment
    if window.isUnbounded { return true }
    guard let moment else { return false }
    decision.isBeyond = window.until.map { moment >= $0 } ?? false
    return window.contains(moment)
  }

  /// The digest of the event's id, or where it has none of the event.
  private mutating func identify(_ line: Span<UInt8>) -> Digest128? {
    identity?.ofID(line, readBy: &reader) ?? identity?.ofContent(line)
  }

  /// Notes what the event is known by; whether an earlier run has exported it.
  private mutating func wasExported(_ digest: Digest128?) -> Bool {
    decision.digest = digest
    return digest.map { exported?.contains($0) ?? false } ?? false
  }

  /// Whether the same event went on before; the same id with other bytes is malformed.
  private mutating func isDuplicate(_ line: Span<UInt8>) throws(JSONProblem) -> Bool {
    guard seen != nil, let id = identity?.ofID(line, readBy: &reader),
      let content = identity?.ofContent(line).first,
      let before = seen?.insert(id, content)
    else { return false }
    guard before == content else {
      throw JSONProblem(.repeatedID, at: identity?.offsetOfID(readBy: reader) ?? 0)
    }
    return true
  }
}
