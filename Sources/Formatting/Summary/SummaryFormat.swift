import Bytes
import DecisionEvent
import Totals

/// Counts and sums of all events, and of groups of them.
///
/// Nothing is written before the last event was read. Memory grows with the number of groups, up to
/// the limits of `GroupTable`; an event whose groups were there before costs none.
struct SummaryFormat: ~Copyable, EventFormat {
  private let figures: FigureReader
  /// What a document starts with.
  private let empty: [Grouping]
  private let isJSON: Bool
  private let showsTimes: Bool
  private let style: TableStyle
  private var groupings: [Grouping]
  private var totals = GroupTotals()
  private var scratch = Grouping.Scratch()

  init(
    _ request: FormatRequest, style: TableStyle, _ query: inout EventQuery
  ) throws(FormatProblem) {
    figures = FigureReader(&query)
    empty = try SummaryRequest.groupings(request.groups, &query)
    groupings = empty
    isJSON = request.isJSON
    showsTimes = request.groups != nil
    self.style = style
  }

  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output
  ) {
    let figures = figures.figures(of: line, readBy: &reader, number: totals.events + 1)
    totals.add(figures)
    for index in groupings.indices {
      groupings[index].add(figures, of: line, readBy: &reader, &scratch)
    }
  }

  mutating func end(into output: inout Output) {
    if isJSON {
      SummaryJSON.write(totals, groupings, into: &output)
    } else {
      SummaryText(style: style, showsTimes: showsTimes).write(totals, groupings, into: &output)
    }
    totals = GroupTotals()
    groupings = empty
  }
}

extension FormatEntry {
  /// Counts and sums.
  static let summary = FormatEntry(
    "summary", "counts and sums, as a table or JSON", .document(mediaType: "text/plain"),
    jsonMediaType: "application/json",
    options: [.by, .json]
  ) { request, job throws(FormatProblem) in
    try job.run { query throws(FormatProblem) in
      try SummaryFormat(request, style: .standardOutput, &query)
    }
  }
}
