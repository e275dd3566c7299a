import Bytes
import DecisionEvent
import EventJSON

/// A table for people: a heading, and one line for each event.
///
/// The columns' widths do not wait for events, so that each line goes out with its event and
/// nothing is held back; a window that has another width when an event comes gets a new heading
/// over columns that fit it. Where the width of a line is known, longer cells are cut with an
/// ellipsis; where it is not, as in a pipe or file, they push the rest of their line on, and nothing
/// is lost. A time that would be cut, which could hide its offset, is told in UTC to the second
/// instead. A value that is absent or null is shown as `-`, a list as in CSV.
struct TableFormat: ~Copyable, EventFormat {
  /// All columns, and those of them that are shown.
  private let allColumns: [TableColumn]
  private var columns: [TableColumn] = []
  /// Whether columns are left out where a window is narrow.
  private let isStandard: Bool
  private var style: TableStyle
  /// The width that times are cut at, for each column; nil where nothing is cut.
  private var timeWidths: [Int?] = []
  private var shortTime = Output(capacity: 64)
  private var row: TableRow
  private var cell = CellText()
  /// Asks for the window's width.
  private let windowWidth: @Sendable () -> Int?

  init(
    _ request: FormatRequest, style: TableStyle,
    windowWidth: @escaping @Sendable () -> Int? = { nil }, _ query: inout EventQuery
  ) throws(FormatProblem) {
    let columns = try TableColumn.columns(request.fields, &query)
    allColumns = columns
    isStandard = request.fields == nil
    row = TableRow(TableLayout([], width: nil), style: style)
    self.style = style
    self.windowWidth = windowWidth
    layOut()
  }

  /// Chooses the columns and their widths for the style's width.
  private mutating func layOut() {
    columns = isStandard ? TableColumn.fitting(allColumns, width: style.width) : allColumns
    let layout = TableLayout(columns.map(\.request), width: style.width)
    timeWidths = zip(columns, layout.widths).map { column, width in
      column.column.type == .time && style.width != nil ? width : nil
    }
    row = TableRow(layout, style: style)
  }

  /// Begins anew where the window has another width than before.
  private mutating func followWindow(into output: inout Output) {
    guard let width = windowWidth(), width != style.width else { return }
    style = style.with(width: width)
    layOut()
    begin(into: &output)
  }

  mutating func begin(into output: inout Output) {
    for column in columns {
      let heading = Array(column.heading.utf8)
      row.append(
        heading.span, toTheRight: column.isNumber, in: style.isColored ? .bold : nil, into: &output)
    }
    row.end(into: &output)
  }

  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output
  ) {
    if style.followsWindow { followWindow(into: &output) }
    for index in columns.indices {
      cell.take(columns[index].column, of: line, readBy: &reader)
      if let width = timeWidths[index], Self.shorten(cell, toFit: width, into: &shortTime) {
        Self.append(shortTime, to: &row, into: &output)
        continue
      }
      Self.append(cell, of: columns[index], isColored: style.isColored, to: &row, into: &output)
    }
    row.end(into: &output)
  }

  /// Tells a time that is longer than its column in UTC to the second, which its column has room
  /// for; false where it is no such time.
  private static func shorten(
    _ cell: borrowing CellText, toFit width: Int, into shortTime: inout Output
  ) -> Bool {
    let text = cell.text.bytes
    guard text.count > width, let time = Timestamp(text) else { return false }
    shortTime.removeAll()
    shortTime.append(rfc3339: time, fraction: .exactly(0))
    return true
  }

  private static func append(
    _ time: borrowing Output, to row: inout TableRow, into output: inout Output
  ) {
    let text = time.bytes
    row.append(text, toTheRight: false, into: &output)
  }

  private static let nothing: [UInt8] = [.minus]

  private static func append(
    _ cell: borrowing CellText, of column: TableColumn, isColored: Bool,
    to row: inout TableRow, into output: inout Output
  ) {
    guard cell.kind != .null else {
      return row.append(nothing.span, toTheRight: column.isNumber, into: &output)
    }
    let text = cell.text.bytes
    let first = ByteScan.byte(text, 0)
    let isNumber = cell.kind == .bare && (first.isDigit || first == .minus)
    let outcome = isColored && column.isOutcome ? Outcome(text) : nil
    row.append(text, toTheRight: isNumber, in: outcome?.rendition, into: &output)
  }
}

extension Outcome {
  /// The colour of its word.
  fileprivate var rendition: TextRendition {
    switch self {
    case .allowed: .green
    case .flagged: .yellow
    case .modified, .redacted: .cyan
    case .escalated: .magenta
    case .blocked: .red
    }
  }
}

extension FormatEntry {
  /// A table for people.
  static let table = FormatEntry(
    "table", "aligned columns for people, cut to the window or to COLUMNS",
    .document(mediaType: "text/plain"),
    options: [.fields]
  ) { request, job throws(FormatProblem) in
    try job.run { query throws(FormatProblem) in
      try TableFormat(
        request, style: .standardOutput, windowWidth: { Descriptor.standardOutput.windowWidth },
        &query)
    }
  }
}
