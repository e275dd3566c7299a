public import DecisionEvent
public import EventJSON

/// A number that an event has, or does not have.
public enum Figure: Sendable {
  /// The event has none.
  case absent
  /// A number that can be added exactly.
  case number(ExactDecimal)
  /// No number, or one with more digits than are added.
  case unusable
}

/// What one event adds to the groups that it belongs to.
public struct EventFigures: Sendable {
  /// The event's number in the document, from 1.
  public let number: Int
  /// When it happened.
  public let time: Timestamp?
  /// Tokens asked with.
  public let inputTokens: Figure
  /// Tokens answered with.
  public let outputTokens: Figure
  /// What it cost.
  public let cost: Figure

  /// What one event adds.
  public init(
    number: Int, time: Timestamp?, inputTokens: Figure, outputTokens: Figure, cost: Figure
  ) {
    self.number = number
    self.time = time
    self.inputTokens = inputTokens
    self.outputTokens = outputTokens
    self.cost = cost
  }
}

/// The sum of one field.
public struct FieldSum: Sendable {
  /// The exact sum; nil where no event had a number.
  public private(set) var value: ExactDecimal?
  /// How many values could not be added.
  public private(set) var left = 0

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
public struct GroupTotals: Sendable {
  /// How many events are in the group.
  public private(set) var events = 0
  /// The earliest event's time.
  public private(set) var first: Timestamp?
  /// The latest event's time.
  public private(set) var last: Timestamp?
  /// Tokens asked with.
  public private(set) var inputTokens = FieldSum()
  /// Tokens answered with.
  public private(set) var outputTokens = FieldSum()
  /// What they cost.
  public private(set) var cost = FieldSum()
  private var lastEvent = 0

  /// A group without events.
  public init() {}

  /// How many values of the group could not be added.
  public var notSummed: Int { inputTokens.left + outputTokens.left + cost.left }

  /// Adds an event; one that a group is found for twice, as a policy ran twice, counts once.
  public mutating func add(_ figures: EventFigures) {
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
