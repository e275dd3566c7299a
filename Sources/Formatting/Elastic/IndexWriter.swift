import Bytes
import DecisionEvent
import EventJSON

/// An index template made ready to be filled by the events of a stream.
struct IndexWriter: Sendable {
  private enum Piece: Sendable {
    case text([UInt8])
    case day(parts: Int)
    case value(Operand)
  }

  private let pieces: [Piece]
  private let time: Operand
  private let valueLimit: Int

  /// Asks the query for what the template needs.
  init(_ template: IndexTemplate, _ query: inout EventQuery) {
    let needsTime = template.pieces.contains { piece in
      if case .day = piece { true } else { false }
    }
    time = needsTime ? query.operand(.timestamp) : .nothing
    valueLimit = template.valueLimit
    var pieces: [Piece] = []
    for piece in template.pieces {
      switch piece {
      case .text(let bytes): pieces.append(.text(bytes))
      case .day(let parts): pieces.append(.day(parts: parts))
      case .field(let field): pieces.append(.value(query.operand(field)))
      }
    }
    self.pieces = pieces
  }

  /// Appends the index of the event that `reader` has just scanned; it needs no escapes in JSON.
  func append(
    _ line: Span<UInt8>, _ reader: inout EventReader, to output: inout Output
  ) {
    for piece in pieces {
      switch piece {
      case .text(let bytes): output.append(contentsOf: bytes)
      case .day(let parts):
        if let time = reader.time(of: time, in: line) {
          output.append(day: time.civil.date, parts: parts)
        } else {
          output.append(constant: IndexValue.none)
        }
      case .value(let operand):
        let isThere = reader.anyValue(of: operand, in: line) { _, text in
          IndexValue.append(text, limit: valueLimit, to: &output)
          return true
        }
        if !isThere { output.append(constant: IndexValue.none) }
      }
    }
  }
}
