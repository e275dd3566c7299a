import Bytes
import DecisionEvent
import EventJSON

/// The right side of a comparison in an expression.
enum Literal: Equatable, Sendable {
  /// Text, and the time it spells, if any.
  case string([UInt8], Timestamp?)
  /// A number as spelled.
  case number([UInt8])
  case boolean(Bool)
  case null
  /// A moment that only times compare with.
  case time(Timestamp)

  /// How a value stands to this literal: negative, zero or positive, or nil where they are of
  /// different kinds.
  func order(_ kind: Field.Kind, _ text: Span<UInt8>) -> Int? {
    switch self {
    case .number(let digits):
      return kind == .number ? Decimal.compare(text, digits.span) : nil
    case .string(let bytes, let time):
      guard kind == .string else { return nil }
      if let time, let moment = Timestamp(text) { return Self.order(moment, time) }
      return ByteScan.compare(text, bytes.span)
    case .time(let time):
      guard kind == .string, let moment = Timestamp(text) else { return nil }
      return Self.order(moment, time)
    case .boolean(let value):
      switch kind {
      case .true: return value ? 0 : 1
      case .false: return value ? -1 : 0
      default: return nil
      }
    case .null: return kind == .null ? 0 : nil
    }
  }

  private static func order(_ left: Timestamp, _ right: Timestamp) -> Int {
    left == right ? 0 : left < right ? -1 : 1
  }

  /// The literal in the words of an explanation.
  var description: String {
    switch self {
    case .string(let bytes, _), .number(let bytes): String(decoding: bytes, as: UTF8.self)
    case .boolean(let value): String(value)
    case .null: "null"
    case .time(let time): time.description
    }
  }
}

/// How two values are compared.
enum Comparison: String, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// Whether a value that stands to the literal like `order` fits; nil is a value of another
  /// kind, which is only ever unequal.
  func holds(_ order: Int?) -> Bool {
    guard let order else { return self == .notEqual }
    switch self {
    case .equal: return order == 0
    case .notEqual: return order != 0
    case .less: return order < 0
    case .lessOrEqual: return order <= 0
    case .greater: return order > 0
    case .greaterOrEqual: return order >= 0
    }
  }
}
