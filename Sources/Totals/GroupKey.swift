public import Bytes
public import EventJSON

/// One value of a group's key: what the events of the group have in common.
public enum GroupValue: Equatable {
  /// Nothing, or null.
  case none
  /// A text, at this place of the key.
  case text(Range<Int>)
  /// Any other value, as its JSON is spelled.
  case literal(Range<Int>)

  /// The order of kinds, before that of bytes.
  fileprivate var rank: Int {
    switch self {
    case .none: 0
    case .text: 1
    case .literal: 2
    }
  }
}

/// A group's key as bytes: for each value what it is, its length, and its text.
public enum GroupKey {
  private static let none: UInt8 = 0
  private static let text: UInt8 = 1
  private static let literal: UInt8 = 2

  /// Appends the value that is not there.
  public static func appendNone(to key: inout Output) { key.append(none) }

  /// Appends a value as an `EventReader` gives it.
  public static func append(_ kind: Field.Kind, _ value: Span<UInt8>, to key: inout Output) {
    switch kind {
    case .absent, .null: return appendNone(to: &key)
    case .string, .escapedString: key.append(text)
    default: key.append(literal)
    }
    key.append(littleEndian: UInt32(truncatingIfNeeded: value.count))
    key.append(value)
  }

  /// Begins a text of so many bytes, which come next.
  public static func beginText(ofBytes count: Int, in key: inout Output) {
    key.append(text)
    key.append(littleEndian: UInt32(truncatingIfNeeded: count))
  }

  /// The next value of a key, from `offset`, which is moved behind it.
  public static func next(in key: Span<UInt8>, _ offset: inout Int) -> GroupValue {
    let kind = key[offset]
    offset += 1
    guard kind != none else { return .none }
    var count = 0
    for shift in 0..<4 { count |= Int(key[offset + shift]) << (shift * 8) }
    let range = offset + 4..<offset + 4 + count
    offset = range.upperBound
    return kind == text ? .text(range) : .literal(range)
  }

  /// Orders keys of the same fields value by value: what is not there first, then by bytes.
  public static func compare(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    var one = 0
    var two = 0
    while one < left.count, two < right.count {
      let first = next(in: left, &one)
      let second = next(in: right, &two)
      if first.rank != second.rank { return first.rank - second.rank }
      switch (first, second) {
      case (.text(let here), .text(let there)), (.literal(let here), .literal(let there)):
        let order = ByteScan.compare(left.extracting(here), right.extracting(there))
        if order != 0 { return order }
      default: continue
      }
    }
    return 0
  }
}
