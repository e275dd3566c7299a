import Bytes
import Compression
import Stages

/// Reads standard input section by section, and holds the events that the child has still to take.
///
/// A section is what one run of the command gets: the events of a frame, or all events of a
/// stream without frames. What is wrong with the input ends the section; the child takes what
/// came before, and then the problem is told.
///
/// Invariant: only where no event is pending is more read, so that memory is bounded.
struct EventFeed: ~Copyable {
  /// What a section begins with.
  enum Opening {
    /// A frame's begin, as it was written.
    case frame(FrameBegin, line: [UInt8])
    /// Events, or the end of an empty input.
    case plain
  }

  private var source: DecodedSource
  private let maximumBytes: Int?
  private var input = Input()
  private var scanner: InputScanner
  /// Whether all that was read is scanned, so that nothing more is known without reading.
  private var isScanned = true
  private var lines = Output()
  /// How many bytes of `lines` the child has taken.
  private var taken = 0
  private var isDiscarding = false

  /// Whether the section's last event was read.
  private(set) var isFinished = false
  /// The section's end, and what speaks against its being whole; nil without a frame.
  private(set) var end: (line: FrameEnd, problem: FrameProblem?)?
  /// What was wrong with the input, and ended it.
  private(set) var problem: Problem?

  /// A feed from an open input.
  init(_ source: consuming DecodedSource, maximumLine: Int, maximumBytes: Int?) {
    self.source = source
    self.maximumBytes = maximumBytes
    scanner = InputScanner(maximumLine: maximumLine)
  }

  /// How many events of the section were read.
  var events: Int { scanner.events }
  /// How many bytes were read of the whole input, after decoding.
  var bytesRead: Int { input.bytesRead }
  /// Whether there are events that the child has not taken.
  var hasPending: Bool { taken < lines.count }
  /// Whether reading on may wait for the upstream.
  var mayBlock: Bool { mutating get { isScanned && source.mayBlock } }

  /// Reads up to the begin of a frame or the first event, however long that takes; nil where
  /// the input ends instead behind a frame.
  mutating func open(isFirst: Bool) throws(Problem) -> Opening? {
    isFinished = false
    end = nil
    while true {
      if case .begin(let begin, let line) = try step() { return .frame(begin, line: line) }
      if hasPending { return .plain }
      if isFinished { return isFirst ? .plain : nil }
    }
  }

  /// Reads once more, where that is needed to know more, and notes what comes.
  mutating func advance() {
    do throws(Problem) {
      _ = try step()
    } catch {
      problem = error
      isFinished = true
    }
  }

  private mutating func step() throws(Problem) -> InputScanner.Stop {
    if isScanned { try fill() }
    taken = 0
    lines.removeAll()
    let (used, stop) = try Self.scan(input, with: &scanner, into: &lines)
    input.consume(used)
    if isDiscarding { lines.removeAll() }
    isScanned = false
    switch stop {
    case .begin: isDiscarding = false
    case .end(let line, let problem):
      end = (line, problem)
      isFinished = true
    case .needsMore:
      isScanned = true
      if input.isAtEnd {
        isFinished = true
        try scanner.noteEndOfInput()
      }
    }
    return stop
  }

  // Takes its parts one by one, as a span of one keeps the whole from being changed.
  private static func scan(
    _ input: borrowing Input, with scanner: inout InputScanner, into lines: inout Output
  ) throws(Problem) -> (Int, InputScanner.Stop) {
    try scanner.scan(input.unread, isAtEnd: input.isAtEnd, into: &lines)
  }

  private mutating func fill() throws(Problem) {
    do throws(ReadProblem) {
      _ = try input.fill(from: &source)
    } catch {
      throw Problem(reading: nil, error)
    }
    if let maximumBytes, input.bytesRead > maximumBytes {
      throw Problem(
        .badInput, "standard input: more than \(maximumBytes) bytes (--max-bytes)")
    }
  }

  /// Hands the child what it has room for.
  mutating func write(to child: inout ChildProcess) throws(SystemError) {
    taken += try child.write(lines.bytes.extracting(taken..<lines.count))
  }

  /// Takes no more events for the child, which reads none: those of a frame are only counted, up
  /// to its end; those of a stream without frames are not even read.
  mutating func discard() {
    taken = 0
    lines.removeAll()
    isDiscarding = true
    if !scanner.isInsideFrame { isFinished = true }
  }
}
