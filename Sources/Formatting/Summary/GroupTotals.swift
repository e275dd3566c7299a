import Bytes
import DecisionEvent
import EventJSON

/// A number that an event has, or does not have.
enum Figure: Sendable {
  /// The event has none.
  case absent
  /// A number that can be added exactly.
  case number(ExactDecimal)
  /// No number, or one with more digits than are added.
  case unusable
}

/// What one event adds to the groups that it belongs to.
struct EventFigures: Sendable {
  /// The event's number in the document, from 1.
  let number: Int
  let time: Timestamp?
  let inputTokens: Figure
  let outputTokens: Figure
  let cost: Figure
}

/// The sum of one field.
struct FieldSum: Sendable {
  /// The exact sum; nil where no event had a number.
  private(set) var value: ExactDecimal?
  /// How many values could not be added.
  private(set) var left = 0

  mutating func add(_ figure: Figure) {
    switch figure {
    case .absent: return
    case .unusable: left += 1
    case .number(let number):
      var sum = value ?? .zero
      if sum.add(number) { value = sum } else { left += 1 }
    }
  }
}

/// What is told of a group of events.
struct GroupTotals: Sendable {
  /// How many events are in the group.
  private(set) var events = 0
  /// The earliest and the latest event's time.
  private(set) var first: Timestamp?
  private(set) var last: Timestamp?
  private(set) var inputTokens = FieldSum()
  private(set) var outputTokens = FieldSum()
  private(set) var cost = FieldSum()
  private var lastEvent = 0

  /// How many values of the group could not be added.
  var notSummed: Int { inputTokens.left + outputTokens.left + cost.left }

  /// Adds an event; one that a group is found for twice, as a policy ran twice, counts once.
  mutating func add(_ figures: EventFigures) {
    guard figures.number != lastEvent else { return }
    lastEvent = figures.number
    events += 1
    if let time = figures.time {
      first = min(first ?? time, time)
      last = max(last ?? time, time)
    }
    inputTokens.add(figures.inputTokens)
    outputTokens.add(figures.outputTokens)
    cost.add(figures.cost)
  }
}
