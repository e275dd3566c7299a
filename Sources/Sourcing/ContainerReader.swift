import Bytes
import EventJSON
import Gzip
import Stages

/// Streams the events of an array or an envelope, in memory for one event.
///
/// What surrounds the events of an envelope is kept, with `[]` in their place, and checked as one
/// small document at its end.
struct ContainerReader {
  private let file: Path?
  private let maximumLine: Int
  /// The line, and the column in it, at which the unread bytes begin.
  private var line: Int
  private var column = 0
  private var isAfterComma = false
  private var isAtStart = true

  init(file: Path?, line: Int, maximumLine: Int) {
    self.file = file
    self.line = line
    self.maximumLine = maximumLine
  }

  private var place: Place { Place(file: file, line: line, column: column) }

  /// Reads the container at the beginning of `input`; gives the line behind it.
  static func read(
    _ container: Container, _ pump: inout Pump<SourceStage>, _ source: inout DecodedSource,
    _ input: inout Input, file: Path?, line: Int, maximumLine: Int
  ) throws(Problem) -> Int {
    var reader = ContainerReader(file: file, line: line, maximumLine: maximumLine)
    let start = reader.place
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
      try reader.noteBroken(&pump)
      return reader.line
    }
    if case .envelope = container {
      surroundings.append(.closeBracket)
      try reader.readRest(&surroundings, &pump, &source, &input)
      try check(surroundings.bytes, &pump, at: start)
    }
    return reader.line
  }

  /// Marks bytes as read, following lines and columns.
  private mutating func consume(_ count: Int, of input: inout Input) {
    (line, column) = Self.position(behind: count, of: input.unread, line, column)
    input.consume(count)
  }

  private static func position(
    behind count: Int, of bytes: Span<UInt8>, _ line: Int, _ column: Int
  ) -> (Int, Int) {
    var line = line
    var lineStart = -column
    var search = 0
    while let newline = ByteScan.firstIndex(of: .newline, in: bytes, from: search),
      newline < count
    {
      line += 1
      lineStart = newline + 1
      search = newline + 1
    }
    return (line, count - lineStart)
  }

  /// Goes to the next byte that is not white space; nil at the end of the input.
  private mutating func next(
    _ pump: inout Pump<SourceStage>, _ source: inout DecodedSource, _ input: inout Input
  ) throws(Problem) -> UInt8? {
    while true {
      consume(Self.countWhitespace(input.unread), of: &input)
      if !input.unread.isEmpty { return input.unread[0] }
      guard try pump.fill(&input, from: &source, file: file) else { return nil }
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
        if isAfterComma { try note(.expectedValue, &pump) }
        consume(1, of: &input)
        return true
      case .comma:
        if isAfterComma || isAtStart { try note(.expectedValue, &pump) }
        isAfterComma = true
        isAtStart = false
        consume(1, of: &input)
      default:
        if !isAfterComma, !isAtStart { try note(.expectedCommaOrBracket, &pump) }
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
        try note(.tooLong(limit: maximumLine), &pump)
        pump.noteMissing()
      }
      if isTooLong {
        let count = scanner.offset
        consume(count, of: &input)
        scanner.rebase(by: count)
      }
      guard try pump.fill(&input, from: &source, file: file) else { return false }
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
      guard try pump.fill(&input, from: &source, file: file) else {
        surroundings.append(input.unread)
        let count = input.unread.count
        consume(count, of: &input)
        return
      }
    }
  }

  /// Notes something wrong between the elements.
  private func note(
    _ kind: JSONProblem.Kind, _ pump: inout Pump<SourceStage>
  ) throws(Problem) {
    let nothing: [UInt8] = []
    _ = try pump.noteMalformed(JSONProblem(kind, at: 0), in: nothing.span, place)
  }

  private func noteBroken(_ pump: inout Pump<SourceStage>) throws(Problem) {
    try note(.brokenContainer, &pump)
    // Whatever becomes of malformed lines, events may be missing here.
    pump.noteMissing()
  }

  /// Checks an envelope without its events.
  private static func check(
    _ surroundings: Span<UInt8>, _ pump: inout Pump<SourceStage>, at place: Place
  ) throws(Problem) {
    var builder = LookupBuilder()
    _ = builder.slot(for: FieldPath(segments: [.member(Array("events".utf8))]))
    let lookup = builder.finish()
    var table = lookup.makeTable()
    do throws(JSONProblem) {
      try lookup.scan(surroundings, into: &table)
    } catch {
      _ = try pump.noteMalformed(error, in: surroundings, place)
      pump.noteMissing()
    }
  }
}
