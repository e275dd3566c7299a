public import Bytes
public import DecisionEvent
public import EventJSON
public import Stages

/// Validates events and has a format write them.
public struct FormatStage<Format: EventFormat & ~Copyable>: ~Copyable, Stage {
  private var format: Format
  private var scan: EventScan
  private var hasBegun = false
  /// An event without its line breaks.
  private var onOneLine = Output(capacity: 4096)
  /// The times and unknown outcomes of what was written, where they are wanted.
  public var observation: Observation { scan.observation }

  /// A stage of the format that `make` gives, which registers what it reads.
  ///
  /// With `observing`, it also notes what statistics tell.
  ///
  /// - Throws: what `make` throws.
  public init(
    _ dictionary: EventDictionary, from input: FormatInput = .lines, observing: Bool,
    _ make: (inout EventQuery) throws(FormatProblem) -> Format
  ) throws(FormatProblem) {
    var query = EventQuery(dictionary)
    let format = try make(&query)
    scan = EventScan(query, from: input, observing: observing)
    self.format = format
  }

  /// Validates the line whole, and writes it in the format.
  ///
  /// - Throws: what is wrong with the line, and at which byte.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(JSONProblem) -> Verdict {
    try scan.read(line)
    begin(into: &output)
    guard !Format.keepsLineBreaks, ByteScan.firstIndex(of: .newline, in: line, from: 0) != nil
    else {
      format.write(line, readBy: &scan.reader, into: &output)
      return .replaced
    }
    onOneLine.removeAll()
    onOneLine.append(withoutLineBreaks: line)
    try Self.write(onOneLine, in: &format, readBy: &scan.reader, into: &output)
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
