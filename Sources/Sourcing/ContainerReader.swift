import Bytes
import Compression
import EventJSON
import Stages

/// Streams the events of an array or an envelope, in memory for one event.
///
/// What surrounds the events of an envelope is kept, with `[]` in their place, and checked as one
/// small document at its end.
struct ContainerReader {
  private let maximumLine: Int
  /// Where the unread bytes begin.
  private var place: Place
  private var isAfterComma = false
  private var isAtStart = true

  private init(at place: Place, maximumLine: Int) {
    self.place = place
    self.maximumLine = maximumLine
  }

  /// Reads the container at the beginning of `input`; gives the place behind it.
  static func read(
    _ container: Container, _ pump: inout Pump<SourceStage>, _ source: inout DecodedSource,
    _ input: inout Input, at start: Place, maximumLine: Int
  ) throws(Problem) -> Place {
    var reader = ContainerReader(at: start, maximumLine: maximumLine)
    var surroundings = Output(capacity: 256)
    var bracket = 0
    switch container {
    case .lines: preconditionFailure("lines are read by the pump")
    case .array(let offset): bracket = offset
    case .envelope(let offset):
      bracket = offset
      surroundings.append(input.unread.extracting(0...offset))
    }
    reader.consume(bracket + 1, of: &input)
    guard try reader.readElements(&pump, &source, &input) else {
      try pump.noteFault(.brokenContainer, at: reader.place)
      // Whatever becomes of malformed lines, events may be missing here.
      pump.noteMissing()
      return reader.place
    }
    if case .envelope = container {
      let rest = (offset: surroundings.count, place: reader.place)
      surroundings.append(.closeBracket)
      try reader.readRest(&surroundings, &pump, &source, &input)
      if let problem = EnvelopeCheck.problem(in: surroundings.bytes) {
        // Behind the events, offsets count from the bracket that closes them.
        let isBehind = problem.offset >= rest.offset
        let shown = JSONProblem(
          problem.kind, at: isBehind ? problem.offset - rest.offset : problem.offset)
        let part = surroundings.bytes.extracting(
          isBehind ? rest.offset..<surroundings.count : 0..<rest.offset)
        try pump.noteFault(shown, in: part, at: isBehind ? rest.place.before(1) : start)
        pump.noteMissing()
      }
    }
    return reader.place
  }

  /// Marks bytes as read, following lines and columns.
  private mutating func consume(_ count: Int, of input: inout Input) {
    place = place.place(of: count, in: input.unread)
    input.consume(count)
  }

  /// Goes to the next byte that is not white space; nil at the end of the input.
  private mutating func next(
    _ pump: inout Pump<SourceStage>, _ source: inout DecodedSource, _ input: inout Input
  ) throws(Problem) -> UInt8? {
    while true {
      consume(Self.countWhitespace(input.unread), of: &input)
      if !input.unread.isEmpty { return input.unread[0] }
      guard try pump.fill(&input, from: &source, file: place.file) else { return nil }
    }
  }

  private static func countWhitespace(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    while count < bytes.count {
      switch bytes[count] {
      case .space, .newline, .carriageReturn, .tab: count += 1
      default: return count
      }
    }
    return count
  }

  /// Hands on the elements up to the closing bracket; false where there is none.
  private mutating func readElements(
    _ pump: inout Pump<SourceStage>, _ source: inout DecodedSource, _ input: inout Input
  ) throws(Problem) -> Bool {
    while let byte = try next(&pump, &source, &input) {
      switch byte {
      case .closeBracket:
        if isAfterComma { try pump.noteFault(.expectedValue, at: place) }
        consume(1, of: &input)
        return true
      case .comma:
        if isAfterComma || isAtStart { try pump.noteFault(.expectedValue, at: place) }
        isAfterComma = true
        isAtStart = false
        consume(1, of: &input)
      default:
        if !isAfterComma, !isAtStart { try pump.noteFault(.expectedCommaOrBracket, at: place) }
        isAfterComma = false
        isAtStart = false
        guard try readElement(&pump, &source, &input) else { return false }
      }
    }
    return false
  }

  /// Hands on the element at the beginning of the unread bytes; false where it does not end.
  private mutating func readElement(
    _ pump: inout Pump<SourceStage>, _ source: inout DecodedSource, _ input: inout Input
  ) throws(Problem) -> Bool {
    var scanner = ElementScanner()
    var isTooLong = false
    while true {
      if let end = scanner.scan(input.unread) {
        // A stray closing brace is an element of its own, or the loop would not go on.
        let length = max(end, 1)
        if !isTooLong { try pump.feed(input.unread.extracting(0..<length), at: place) }
        consume(length, of: &input)
        return true
      }
      if scanner.offset > maximumLine, !isTooLong {
        isTooLong = true
        try pump.noteFault(.tooLong(limit: maximumLine), at: place)
        pump.noteMissing()
      }
      if isTooLong {
        let count = scanner.offset
        consume(count, of: &input)
        scanner.rebase(by: count)
      }
      guard try pump.fill(&input, from: &source, file: place.file) else { return false }
    }
  }

  /// Collects what stands behind the events of an envelope, up to its closing brace.
  private mutating func readRest(
    _ surroundings: inout Output, _ pump: inout Pump<SourceStage>,
    _ source: inout DecodedSource, _ input: inout Input
  ) throws(Problem) {
    var scanner = ElementScanner(depth: 1)
    while true {
      let end = scanner.scan(input.unread)
      if let end {
        surroundings.append(input.unread.extracting(0..<end))
        consume(end, of: &input)
        return
      }
      guard scanner.offset <= maximumLine else {
        throw Problem(
          JSONProblem(.tooLong(limit: maximumLine), at: 0), in: input.unread, at: place)
      }
      guard try pump.fill(&input, from: &source, file: place.file) else {
        surroundings.append(input.unread)
        let count = input.unread.count
        consume(count, of: &input)
        return
      }
    }
  }
}
