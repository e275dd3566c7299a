import Bytes
import DecisionEvent
import EventJSON

/// Counts and sums of all events, and of groups of them.
///
/// Nothing is written before the last event was read. Memory grows with the number of groups, up to
/// the limits of `GroupTable`; an event whose groups were there before costs none.
struct SummaryFormat: ~Copyable, EventFormat {
  private let time, inputTokens, outputTokens, cost: Operand
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
    time = query.operand(.timestamp)
    inputTokens = query.operand(.inputTokens)
    outputTokens = query.operand(.outputTokens)
    cost = query.operand(.cost)
    empty = try SummaryRequest.groupings(request.groups, &query)
    groupings = empty
    isJSON = request.isJSON
    showsTimes = request.groups != nil
    self.style = style
  }

  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output
  ) {
    let figures = EventFigures(
      number: totals.events + 1, time: reader.time(of: time, in: line),
      inputTokens: Self.figure(inputTokens, line, &reader),
      outputTokens: Self.figure(outputTokens, line, &reader),
      cost: Self.figure(cost, line, &reader))
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

  private static func figure(
    _ operand: Operand, _ line: Span<UInt8>, _ reader: inout EventReader
  ) -> Figure {
    var figure = Figure.absent
    reader.eachValue(of: operand, in: line) { kind, text in
      figure = kind == .number ? ExactDecimal(text).map { .number($0) } ?? .unusable : .unusable
    }
    return figure
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
