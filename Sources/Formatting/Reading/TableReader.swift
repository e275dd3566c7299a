import Bytes
import Compression
import EventJSON
import Stages

/// Reads a table of CSV or TSV record by record, and feeds a pump with their events.
///
/// Memory is bounded by the longest record that is allowed. Each file has a header of its own.
/// The unread bytes are given with every call, and begin with the record.
struct TableReader: ~Copyable {
  private let syntax: TableSyntax
  private let maximumLine: Int
  /// Makes the events; nil before the header.
  private var composer: EventComposer?
  private var columnCount = 0
  private var scanner: RecordScanner
  private var event = Output()
  /// Where the unread bytes begin.
  private var place: Place

  private init(_ file: Path?, _ syntax: TableSyntax, maximumLine: Int) {
    self.syntax = syntax
    self.maximumLine = maximumLine
    composer = nil
    scanner = RecordScanner(
      delimiter: syntax.delimiter, maximumCells: ColumnHeader.maximumColumns + 1)
    place = Place(file: file, line: 1)
  }

  /// Reads a file, or standard input for nil, up to its end.
  static func read<S: Stage & ~Copyable>(
    _ file: Path?, _ syntax: TableSyntax, maximumLine: Int, _ pump: inout Pump<S>
  ) throws(Problem) {
    var source = try pump.openInput(file)
    var input = Input()
    var reader = TableReader(file, syntax, maximumLine: maximumLine)
    while input.unread.count < 3, try pump.fill(&input, from: &source, file: file) {}
    reader.dropByteOrderMark(&input)
    while true {
      switch reader.scanner.scan(input.unread, isAtEnd: input.isAtEnd) {
      case .record(let length, let next):
        try reader.handle(input.unread.extracting(0..<length), &pump)
        reader.consume(next, of: &input)
        reader.scanner.reset()
      case .more where reader.scanner.offset > maximumLine:
        try reader.beginLongRecord(input.unread, &pump)
        reader.forgetScanned(of: &input)
        while true {
          _ = try pump.fill(&input, from: &source, file: file)
          if try reader.passLongRecord(&input, &pump) { break }
        }
      case .more: _ = try pump.fill(&input, from: &source, file: file)
      case .end: return try reader.finish()
      }
    }
  }

  private mutating func dropByteOrderMark(_ input: inout Input) {
    guard ByteScan.hasWord(input.unread, at: 0, "\u{FEFF}") else { return }
    consume(3, of: &input)
  }

  private mutating func consume(_ count: Int, of input: inout Input) {
    place = place.place(of: count, in: input.unread)
    input.consume(count)
  }

  private func finish() throws(Problem) {
    guard columnCount == 0 else { return }
    throw Problem(.badInput, "\(Problem.inputName(place.file)): no header: the file is empty")
  }
}

// Whole records.
extension TableReader {
  /// Handles the record that was scanned.
  private mutating func handle<S: Stage & ~Copyable>(
    _ record: Span<UInt8>, _ pump: inout Pump<S>
  ) throws(Problem) {
    if columnCount == 0 { return try readHeader(record) }
    // An empty line is no record, but where it is the null text of the only cell.
    if record.isEmpty, columnCount > 1 { return }
    do throws(RecordProblem) {
      try compose(record)
    } catch {
      return try pump.refuse(record, at: place, offset: error.offset, error.reason)
    }
    try pump.feed(event.bytes, at: place)
  }

  private mutating func compose(_ record: Span<UInt8>) throws(RecordProblem) {
    guard record.count <= maximumLine else {
      throw RecordProblem(.tooLong(limit: maximumLine), at: maximumLine)
    }
    if let problem = scanner.problem { throw RecordProblem(problem.kind, at: problem.offset) }
    guard scanner.cellCount == columnCount else {
      throw RecordProblem(
        .cellCount(found: scanner.cellCount, expected: columnCount), at: 0)
    }
    if let offset = UTF8Check.firstInvalid(in: record) {
      throw RecordProblem(.invalidUTF8, at: offset)
    }
    event.removeAll()
    try composer?.compose(record, scanner.cells, into: &event)
  }

  private mutating func readHeader(_ record: Span<UInt8>) throws(Problem) {
    let names: [String]
    do throws(ColumnHeader.Fault) {
      let header = try makeHeader(record)
      names = header.columns.map(\.name)
      columnCount = header.columns.count
      composer = EventComposer(header.columns, syntax)
    } catch {
      let exact = place.place(of: error.offset, in: record)
      throw Problem(
        .badInput, "\(exact.text): byte \(exact.column + 1): header: \(error.reason)")
    }
    try checkOverrides(names)
  }

  /// A misspelled name would change types in silence.
  private func checkOverrides(_ names: [String]) throws(Problem) {
    for name in syntax.overrides.map(\.name) where !names.contains(name) {
      let hint = NearestName.find(name, among: names).map { "; did you mean '\($0)'?" } ?? ""
      throw Problem(
        .usage, "--column: no column is called \(Quoting.quoted(name))\(Quoting.escaped(hint))")
    }
  }

  private func makeHeader(_ record: Span<UInt8>) throws(ColumnHeader.Fault) -> ColumnHeader {
    if let found = scanner.problem {
      let problem = RecordProblem(found.kind, at: found.offset)
      throw ColumnHeader.Fault(reason: problem.reason, offset: problem.offset)
    }
    guard scanner.cellCount <= ColumnHeader.maximumColumns else {
      throw ColumnHeader.Fault(
        reason: "more than \(ColumnHeader.maximumColumns) columns", offset: 0)
    }
    return try ColumnHeader(scanner.cells, in: record, overrides: syntax.overrides)
  }
}

// A record of which more than the limit has been read and no end: it goes by in portions, so that
// memory stays bounded and the records behind it are not harmed.
extension TableReader {
  private mutating func beginLongRecord<S: Stage & ~Copyable>(
    _ unread: Span<UInt8>, _ pump: inout Pump<S>
  ) throws(Problem) {
    let problem = RecordProblem(.tooLong(limit: maximumLine), at: maximumLine)
    guard columnCount > 0 else {
      throw Problem(.badInput, "\(place.text): header: \(problem.reason)")
    }
    try pump.refuse(
      unread.extracting(0..<scanner.offset), at: place, offset: problem.offset, problem.reason,
      isWhole: false)
  }

  private mutating func forgetScanned(of input: inout Input) {
    let count = scanner.offset
    consume(count, of: &input)
    scanner.rebase(by: count)
  }

  /// Keeps one more portion apart; whether the record's end is in it.
  private mutating func passLongRecord<S: Stage & ~Copyable>(
    _ input: inout Input, _ pump: inout Pump<S>
  ) throws(Problem) -> Bool {
    switch scanner.scan(input.unread, isAtEnd: input.isAtEnd) {
    case .more:
      try pump.refuseRest(input.unread.extracting(0..<scanner.offset), isWhole: false)
      forgetScanned(of: &input)
      return false
    case .record(let length, let next):
      try pump.refuseRest(input.unread.extracting(0..<length), isWhole: true)
      consume(next, of: &input)
    case .end:
      try pump.refuseRest(input.unread.extracting(0..<0), isWhole: true)
    }
    scanner.reset()
    return true
  }
}

/// The input of a format: tables instead of lines.
enum TableInput {
  /// Reads files, or standard input where none is named or one is `-`.
  static func read<S: Stage & ~Copyable>(
    _ files: [String], _ syntax: TableSyntax, maximumLine: Int, _ pump: inout Pump<S>
  ) throws(Problem) {
    for name in files.isEmpty ? ["-"] : files {
      try TableReader.read(
        name == "-" ? nil : Path(argument: name), syntax, maximumLine: maximumLine, &pump)
    }
  }
}
