import Bytes

/// Finds the cells and the end of one record (RFC 4180), block by block.
///
/// It may be called again with the same bytes and more behind them, and goes on where it stopped.
/// Offsets count from the record's first byte. A record that breaks a rule is scanned to its end
/// all the same, so that those behind it are not harmed.
struct RecordScanner {
  /// Where a cell's text stands, its quotes left out.
  struct Cell: Equatable {
    var start: Int
    var end: Int
    /// Whether the cell is in quotes.
    let isQuoted: Bool
    /// Whether a quote in the text is doubled.
    var hasDoubledQuotes: Bool
  }

  /// What was found.
  enum Step: Equatable {
    /// Nothing that can be told without more bytes.
    case more
    /// A record of `length` bytes, and behind its line break the next one begins at `next`.
    case record(length: Int, next: Int)
    /// Nothing stands behind the last record.
    case end
  }

  private enum Phase {
    case cellStart
    case bare
    case quoted
    case behindQuote
  }

  let delimiter: UInt8
  /// How many cells are noted; more are only counted, so that memory is bounded.
  let maximumCells: Int
  /// The cells so far.
  private(set) var cells: [Cell] = []
  /// How many cells there are.
  private(set) var cellCount = 0
  /// The first rule that the record breaks, and where.
  private(set) var problem: (kind: RecordProblem.Kind, offset: Int)?
  /// How far the record was looked at.
  private(set) var offset = 0
  private var phase = Phase.cellStart
  private var cellStart = 0
  private var hasDoubledQuotes = false

  /// A scanner at the start of a record.
  init(delimiter: UInt8, maximumCells: Int) {
    self.delimiter = delimiter
    self.maximumCells = maximumCells
  }

  /// Forgets the record, for the next one.
  mutating func reset() {
    cells.removeAll(keepingCapacity: true)
    cellCount = 0
    problem = nil
    offset = 0
    phase = .cellStart
  }

  /// Forgets the record's first bytes, which are dropped; its cells are of no use any more.
  mutating func rebase(by count: Int) { offset -= count }

  /// Looks on; `isAtEnd` says that nothing comes behind `bytes`.
  mutating func scan(_ bytes: Span<UInt8>, isAtEnd: Bool) -> Step {
    while true {
      let step: Step?
      switch phase {
      case .cellStart: step = scanCellStart(bytes, isAtEnd)
      case .bare: step = scanBare(bytes, isAtEnd)
      case .quoted: step = scanQuoted(bytes, isAtEnd)
      case .behindQuote: step = scanSeparator(bytes, isAtEnd)
      }
      if let step { return step }
    }
  }

  @inline(__always)
  private mutating func scanCellStart(_ bytes: Span<UInt8>, _ isAtEnd: Bool) -> Step? {
    guard offset < bytes.count else {
      if !isAtEnd { return .more }
      if offset == 0 { return .end }
      cellStart = offset
      return finish(bytes)
    }
    let isQuoted = bytes[offset] == .quote
    if isQuoted { offset += 1 }
    cellStart = offset
    hasDoubledQuotes = false
    phase = isQuoted ? .quoted : .bare
    return nil
  }

  @inline(__always)
  private mutating func scanBare(_ bytes: Span<UInt8>, _ isAtEnd: Bool) -> Step? {
    var end = offset
    while end < bytes.count {
      let byte = ByteScan.byte(bytes, end)
      if byte == delimiter || byte == .newline || byte == .carriageReturn { break }
      if byte == .quote { note(.quoteInBareCell, at: end) }
      end += 1
    }
    offset = end
    guard end < bytes.count else { return isAtEnd ? finish(bytes) : .more }
    return scanSeparator(bytes, isAtEnd)
  }

  @inline(__always)
  private mutating func scanQuoted(_ bytes: Span<UInt8>, _ isAtEnd: Bool) -> Step? {
    guard let quote = ByteScan.firstIndex(of: .quote, in: bytes, from: offset) else {
      offset = bytes.count
      guard isAtEnd else { return .more }
      note(.unclosedQuote, at: max(cellStart - 1, 0))
      return finish(bytes)
    }
    offset = quote
    if quote + 1 == bytes.count, !isAtEnd { return .more }
    if ByteScan.byte(bytes, quote + 1) == .quote {
      hasDoubledQuotes = true
      offset = quote + 2
    } else {
      addCell(end: quote, isQuoted: true)
      offset = quote + 1
      phase = .behindQuote
    }
    return nil
  }

  /// What ends a cell: the delimiter, a line break, or the end.
  @inline(__always)
  private mutating func scanSeparator(_ bytes: Span<UInt8>, _ isAtEnd: Bool) -> Step? {
    guard offset < bytes.count else { return isAtEnd ? finish(bytes) : .more }
    let byte = bytes[offset]
    if byte == delimiter {
      endBareCell()
      offset += 1
      phase = .cellStart
      return nil
    }
    if byte == .newline { return finishRecord(lineBreak: 1) }
    if byte == .carriageReturn {
      if offset + 1 == bytes.count, !isAtEnd { return .more }
      if ByteScan.byte(bytes, offset + 1) == .newline { return finishRecord(lineBreak: 2) }
    }
    note(phase == .behindQuote ? .bytesBehindQuote : .loneCarriageReturn, at: offset)
    // The rest of the cell is passed over as a bare one's, up to what ends it.
    phase = .bare
    offset += 1
    return nil
  }

  private mutating func finish(_ bytes: Span<UInt8>) -> Step {
    if phase == .cellStart { phase = .bare }
    endBareCell()
    return .record(length: bytes.count, next: bytes.count)
  }

  private mutating func finishRecord(lineBreak: Int) -> Step {
    endBareCell()
    return .record(length: offset, next: offset + lineBreak)
  }

  @inline(__always)
  private mutating func endBareCell() {
    if phase == .bare { addCell(end: offset, isQuoted: false) }
  }

  @inline(__always)
  private mutating func addCell(end: Int, isQuoted: Bool) {
    cellCount += 1
    guard cells.count < maximumCells else { return }
    cells.append(
      Cell(
        start: cellStart, end: end, isQuoted: isQuoted,
        hasDoubledQuotes: isQuoted && hasDoubledQuotes))
  }

  private mutating func note(_ kind: RecordProblem.Kind, at offset: Int) {
    if problem == nil { problem = (kind, offset) }
  }
}
