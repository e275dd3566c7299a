import Bytes
import EventJSON

/// The texts of a record's cells, as what they stand for: quotes, guard and null taken away.
///
/// Most stand in the record as they are; those with doubled quotes are put together here.
struct CellTexts: ~Copyable {
  /// One text.
  struct Text {
    /// Where it stands: in the record, or among those put together.
    var start: Int
    var end: Int
    let isJoined: Bool
    /// Whether the cell is in quotes, and its text no bare number or literal.
    let isQuoted: Bool
    /// Whether the cell is the null text.
    var isNull: Bool
    /// Whether the cell was found to be JSON.
    var isJSON = false
    /// Whether it is JSON's null.
    var isJSONNull = false
    /// Where the cell begins in the record.
    let offset: Int
  }

  private let nullText: [UInt8]
  private let removesGuard: Bool
  /// The texts, one a column.
  private(set) var texts: [Text] = []
  private(set) var joined = Output(capacity: 4096)

  init(nullText: [UInt8], removesGuard: Bool) {
    self.nullText = nullText
    self.removesGuard = removesGuard
  }

  /// Takes the cells of the next record.
  mutating func take(_ cells: [RecordScanner.Cell], of record: Span<UInt8>) {
    texts.removeAll(keepingCapacity: true)
    joined.removeAll()
    for cell in cells {
      if cell.hasDoubledQuotes {
        join(cell, of: record)
      } else {
        note(cell, record.extracting(cell.start..<cell.end))
      }
    }
  }

  private mutating func note(_ cell: RecordScanner.Cell, _ text: Span<UInt8>) {
    let isNull =
      !cell.isQuoted && text.count == nullText.count
      && (text.isEmpty || ByteScan.equal(text, 0, text.count, nullText.span))
    let guardLength = removesGuard && FormulaGuard.isGuarded(text) ? 1 : 0
    texts.append(
      Text(
        start: cell.start + guardLength, end: cell.end, isJoined: false, isQuoted: cell.isQuoted,
        isNull: isNull, offset: cell.start))
  }

  /// Puts a text together whose quotes are doubled.
  private mutating func join(_ cell: RecordScanner.Cell, of record: Span<UInt8>) {
    let first = joined.count
    var start = cell.start
    var search = start
    while let quote = ByteScan.firstIndex(of: .quote, in: record, from: search),
      quote < cell.end
    {
      joined.append(record.extracting(start...quote))
      start = quote + 2
      search = start
    }
    joined.append(record.extracting(start..<cell.end))
    let isGuarded =
      removesGuard && FormulaGuard.isGuarded(joined.bytes.extracting(first..<joined.count))
    texts.append(
      Text(
        start: first + (isGuarded ? 1 : 0), end: joined.count, isJoined: true, isQuoted: true,
        isNull: false, offset: cell.start))
  }
}

extension CellTexts {
  /// Hands the text of a column to `body`.
  func withText(_ index: Int, _ record: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    let text = texts[index]
    if text.isJoined {
      let all = joined.bytes
      body(all.extracting(text.start..<text.end))
    } else {
      body(record.extracting(text.start..<text.end))
    }
  }

  /// Appends the text of a column.
  func append(_ index: Int, _ record: Span<UInt8>, to output: inout Output) {
    withText(index, record) { output.append($0) }
  }

  /// Whether a cell looks like the JSON of an object.
  func beginsObject(_ index: Int, _ record: Span<UInt8>) -> Bool {
    var begins = false
    withText(index, record) { begins = ByteScan.byte($0, 0) == .openBrace }
    return begins
  }

  /// Takes a cell for one without a value.
  mutating func dismiss(_ index: Int) { texts[index].isNull = true }

  /// Checks that a cell is one JSON value, and leaves out the white space around it; `depth` is that
  /// of the place where it is to stand.
  mutating func trimJSON(
    _ index: Int, _ record: Span<UInt8>, depth: Int
  ) throws(JSONProblem) {
    let text = texts[index]
    let value: Range<Int>
    if text.isJoined {
      let all = joined.bytes
      value = try Skip.onlyValue(all.extracting(text.start..<text.end), depth: depth)
    } else {
      value = try Skip.onlyValue(record.extracting(text.start..<text.end), depth: depth)
      texts[index].isJSONNull = ByteScan.hasWord(
        record, at: text.start + value.lowerBound, "null")
    }
    texts[index].isJSON = true
    texts[index].start = text.start + value.lowerBound
    texts[index].end = text.start + value.upperBound
  }
}
