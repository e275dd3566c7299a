public import Bytes
public import DecisionEvent
public import EventJSON
public import Stages

/// Validates events and has a format write them.
public struct FormatStage<Format: EventFormat & ~Copyable>: ~Copyable, Stage {
  private var format: Format
  private var reader: EventReader
  private let time: Operand
  private let isObserving: Bool
  private var hasBegun = false
  /// The times and unknown outcomes of what was written, where they are wanted.
  public private(set) var observation = Observation()

  /// A stage of the format that `make` gives, which registers what it reads.
  ///
  /// With `observing`, it also notes what statistics tell.
  public init(
    _ dictionary: EventDictionary, observing: Bool,
    _ make: (inout EventQuery) throws(FormatProblem) -> Format
  ) throws(FormatProblem) {
    var query = EventQuery(dictionary)
    let format = try make(&query)
    // What is only observed must not make a line malformed that would pass without --stats.
    time = observing ? query.operand(.timestamp, observing: true) : .nothing
    if observing { _ = query.operand(.outcome, observing: true) }
    isObserving = observing
    reader = query.makeReader()
    self.format = format
  }

  /// Validates the line whole, and writes it in the format.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(JSONProblem) -> Verdict {
    try reader.scan(line)
    if isObserving { observation.note(line, readBy: &reader, time: time) }
    begin(into: &output)
    format.write(line, readBy: &reader, into: &output)
    return .replaced
  }

  /// Ends the document, which has a beginning even where no event came.
  public mutating func finish(into output: inout Output) {
    begin(into: &output)
    format.end(into: &output)
    hasBegun = false
  }

  private mutating func begin(into output: inout Output) {
    guard !hasBegun else { return }
    format.begin(into: &output)
    hasBegun = true
  }
}

/// Validates events and hands them on as they are.
public struct PlainStage: ~Copyable, Stage {
  private var reader: EventReader
  private let time: Operand
  private let isObserving: Bool
  /// The times and unknown outcomes of what was handed on, where they are wanted.
  public private(set) var observation = Observation()

  /// A stage; with `observing`, it also notes what statistics tell.
  public init(_ dictionary: EventDictionary, observing: Bool) {
    var query = EventQuery(dictionary)
    time = observing ? query.operand(.timestamp, observing: true) : .nothing
    if observing { _ = query.operand(.outcome, observing: true) }
    isObserving = observing
    reader = query.makeReader()
  }

  /// Validates the line whole.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(JSONProblem) -> Verdict {
    try reader.scan(line)
    if isObserving { observation.note(line, readBy: &reader, time: time) }
    return .keep
  }
}
