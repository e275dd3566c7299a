import Bytes

/// Writes the cells of one line side by side.
struct TableRow {
  private let widths: [Int]
  /// Whether cells are cut at their columns' widths; else longer ones push the others on.
  private let isCut: Bool
  private var column = 0
  /// Blanks that are due before the next cell, so that no line ends in them.
  private var blanks = 0

  /// A line over these columns.
  init(_ layout: TableLayout, style: TableStyle) {
    widths = layout.widths
    isCut = style.width != nil
  }

  /// Appends the next cell.
  mutating func append(
    _ text: Span<UInt8>, toTheRight isRight: Bool, in rendition: TextRendition? = nil,
    into output: inout Output
  ) {
    let width = widths[column]
    let limit = isCut ? width : nil
    let shown = isRight ? min(width, ShownText.columns(of: text, atMost: width)) : 0
    appendBlanks(blanks + (isRight ? width - shown : 0), into: &output)
    var columns = 0
    if let rendition {
      rendition.apply(to: &output) { columns = ShownText.append(text, atMost: limit, into: &$0) }
    } else {
      columns = ShownText.append(text, atMost: limit, into: &output)
    }
    column += 1
    blanks = TableLayout.gap + (isRight ? 0 : max(0, width - columns))
  }

  /// Ends the line.
  mutating func end(into output: inout Output) {
    output.append(.newline)
    column = 0
    blanks = 0
  }

  private func appendBlanks(_ count: Int, into output: inout Output) {
    for _ in 0..<count { output.append(.space) }
  }
}
