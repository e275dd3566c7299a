import Bytes
import Stages

/// A small table for people: columns as wide as what stands in them, two blanks between.
///
/// Cells that come from data are given escaped (`Quoting`).
struct TextTable {
  /// The columns that stand to the right.
  let numbers: Set<Int>
  private var rows: [[String]] = []

  /// A table that begins with its headings.
  init(_ headings: [String], numbers: Set<Int>) {
    self.numbers = numbers
    rows.append(headings)
  }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// Writes all rows; `then` writes what stands below each of them.
  func write(into output: inout Output, then: (Int, inout Output) -> Void = { _, _ in }) {
    let widths = rows[0].indices.map { column in
      rows.map { Self.columns(of: $0[column]) }.max() ?? 0
    }
    for (index, row) in rows.enumerated() {
      for (column, cell) in row.enumerated() {
        let blanks = widths[column] - Self.columns(of: cell)
        if numbers.contains(column) { Self.append(blanks: blanks, to: &output) }
        output.append(cell)
        if column == row.count - 1 { break }
        Self.append(
          blanks: 2 + (numbers.contains(column) ? 0 : blanks), to: &output)
      }
      output.append(.newline)
      if index > 0 { then(index - 1, &output) }
    }
  }

  private static func append(blanks count: Int, to output: inout Output) {
    for _ in 0..<count { output.append(.space) }
  }

  private static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (TerminalCharacter.columns($1) ?? 0) }
  }
}
