public import DecisionEvent
import EventJSON

/// Reads what an event adds to the groups that it belongs to.
public struct FigureReader: Sendable {
  private let time, inputTokens, outputTokens, cost: Operand

  /// A reader of the time, the tokens and the cost, added to `query`.
  public init(_ query: inout EventQuery) {
    time = query.operand(.timestamp)
    inputTokens = query.operand(.inputTokens)
    outputTokens = query.operand(.outputTokens)
    cost = query.operand(.cost)
  }

  /// The figures of the event that `reader` has just scanned, the `number`th of the document.
  public func figures(
    of line: Span<UInt8>, readBy reader: inout EventReader, number: Int
  ) -> EventFigures {
    EventFigures(
      number: number, time: reader.time(of: time, in: line),
      inputTokens: Self.figure(inputTokens, line, &reader),
      outputTokens: Self.figure(outputTokens, line, &reader),
      cost: Self.figure(cost, line, &reader))
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
