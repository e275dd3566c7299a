public import Bytes
public import DecisionEvent
public import EventJSON
public import Stages

/// Validates events and has a format write them.
public struct FormatStage<Format: EventFormat & ~Copyable>: ~Copyable, Stage {
  private var format: Format
  private var reader: EventReader
  private let time: Operand
  private let reservedSlot: Int?
  private let isObserving: Bool
  private var hasBegun = false
  /// An event without its line breaks.
  private var onOneLine = Output(capacity: 4096)
  /// The times and unknown outcomes of what was written, where they are wanted.
  public private(set) var observation = Observation()

  /// A stage of the format that `make` gives, which registers what it reads.
  ///
  /// With `observing`, it also notes what statistics tell.
  public init(
    _ dictionary: EventDictionary, from input: FormatInput = .lines, observing: Bool,
    _ make: (inout EventQuery) throws(FormatProblem) -> Format
  ) throws(FormatProblem) {
    var query = EventQuery(dictionary)
    let format = try make(&query)
    // What is only observed must not make a line malformed that would pass without --stats.
    time = observing ? query.operand(.timestamp, observing: true) : .nothing
    if observing { _ = query.operand(.outcome, observing: true) }
    reservedSlot = input.reservedSlot(&query)
    isObserving = observing
    reader = query.makeReader()
    self.format = format
  }

  /// Validates the line whole, and writes it in the format.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(JSONProblem) -> Verdict {
    try reader.scan(line)
    if let reservedSlot { try FormatInput.check(reader.table[reservedSlot]) }
    if isObserving { observation.note(line, readBy: &reader, time: time) }
    begin(into: &output)
    guard !Format.keepsLineBreaks, ByteScan.firstIndex(of: .newline, in: line, from: 0) != nil
    else {
      format.write(line, readBy: &reader, into: &output)
      return .replaced
    }
    onOneLine.removeAll()
    onOneLine.append(withoutLineBreaks: line)
    try Self.write(onOneLine, in: &format, readBy: &reader, into: &output)
    return .replaced
  }

  // Takes its parts one by one, as a span of one keeps the whole from being changed.
  private static func write(
    _ event: borrowing Output, in format: inout Format, readBy reader: inout EventReader,
    into output: inout Output
  ) throws(JSONProblem) {
    let line = event.bytes
    try reader.scan(line)
    format.write(line, readBy: &reader, into: &output)
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
  private let reservedSlot: Int?
  private let isObserving: Bool
  /// The times and unknown outcomes of what was handed on, where they are wanted.
  public private(set) var observation = Observation()

  /// A stage; with `observing`, it also notes what statistics tell.
  public init(_ dictionary: EventDictionary, from input: FormatInput = .lines, observing: Bool) {
    var query = EventQuery(dictionary)
    time = observing ? query.operand(.timestamp, observing: true) : .nothing
    if observing { _ = query.operand(.outcome, observing: true) }
    reservedSlot = input.reservedSlot(&query)
    isObserving = observing
    reader = query.makeReader()
  }

  /// Validates the line whole.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(JSONProblem) -> Verdict {
    try reader.scan(line)
    if let reservedSlot { try FormatInput.check(reader.table[reservedSlot]) }
    if isObserving { observation.note(line, readBy: &reader, time: time) }
    return .keep
  }
}

// An element of an array becomes a line, and must not be taken for a frame's: what kt-source refuses
// is refused here as well. Lines were told from frames' lines when they were read.
extension FormatInput {
  /// The slot of the member that events must not have; nil where frames' lines are none of them.
  fileprivate func reservedSlot(_ query: inout EventQuery) -> Int? {
    switch self {
    case .lines, .table: nil
    case .containers: query.slot(ofMember: "_kt_stream")
    }
  }

  /// Refuses an event that has it.
  fileprivate static func check(_ reserved: Field) throws(JSONProblem) {
    guard reserved.kind == .absent else {
      throw JSONProblem(
        .reservedMember, at: reserved.isString ? reserved.start - 1 : reserved.start)
    }
  }
}
