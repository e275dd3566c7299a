import Bytes

/// The digits of a telephone number, in groups as people write them: `+44 (0)20 7946 0958`.
///
/// Between two groups stands one of ` .-/`, ` - ` or ` / `, or a parenthesis with a space, a dot
/// or a dash at its outer side. At most 20 digits in 12 groups are read.
struct PhoneGroups {
  /// What stands between two groups.
  enum Separator: UInt8 {
    case none, space, dash, dot, slash, opening, closing
  }

  private static let mostDigits = 20
  private static let mostGroups = 12

  /// The digits' values.
  private(set) var digits = InlineArray<20, UInt8>(repeating: 0)
  /// How many digits there are in all groups.
  private(set) var digitCount = 0
  /// How many groups there are.
  private(set) var count = 0
  private var lengths = InlineArray<12, UInt8>(repeating: 0)
  private var ends = InlineArray<12, Int>(repeating: 0)
  private var separators = InlineArray<12, Separator>(repeating: .none)
  private var isInParentheses: Bool

  /// Reads the groups from `start`, where a digit stands, or the `(` before one.
  init(_ text: Span<UInt8>, at start: Int) {
    isInParentheses = Boundary.byte(text, start) == UInt8(ascii: "(")
    var offset = isInParentheses ? start + 1 : start
    while count < Self.mostGroups {
      let first = digitCount
      while digitCount < Self.mostDigits, Boundary.byte(text, offset).isDigit {
        digits[digitCount] = text[offset] &- .zero
        digitCount += 1
        offset += 1
      }
      guard digitCount > first else { return }
      lengths[count] = UInt8(digitCount - first)
      // A parenthesis that closes behind the last digit belongs to the number that it opened in.
      let closes = isInParentheses && Boundary.byte(text, offset) == UInt8(ascii: ")")
      ends[count] = closes ? offset + 1 : offset
      count += 1
      guard !Boundary.byte(text, offset).isDigit, count < Self.mostGroups else { return }
      let (separator, length) = readSeparator(text, offset)
      guard separator != .none else { return }
      separators[count - 1] = separator
      offset += length
    }
  }

  private mutating func readSeparator(_ text: Span<UInt8>, _ start: Int) -> (Separator, Int) {
    let first = Boundary.byte(text, start)
    let second = Boundary.byte(text, start + 1)
    if isInParentheses {
      guard first == UInt8(ascii: ")") else {
        // `(0 30)`: groups inside of parentheses.
        return first == .space && second.isDigit ? (.space, 1) : (.none, 0)
      }
      isInParentheses = false
      if second.isDigit { return (.closing, 1) }
      let isGap = second == .space || second == .minus || second == .dot
      return isGap && Boundary.byte(text, start + 2).isDigit ? (.closing, 2) : (.none, 0)
    }
    let parenthesis = first == UInt8(ascii: "(") ? start : start + 1
    if first == UInt8(ascii: "(")
      || second == UInt8(ascii: "(") && (first == .space || first == .minus || first == .dot)
    {
      guard Self.isParenthesized(text, parenthesis) else { return (.none, 0) }
      isInParentheses = true
      return (.opening, parenthesis + 1 - start)
    }
    let single = Self.separator(first)
    if second.isDigit { return (single, single == .none ? 0 : 1) }
    if first == .space, second == .minus || second == .slash,
      Boundary.byte(text, start + 2) == .space, Boundary.byte(text, start + 3).isDigit
    {
      return (Self.separator(second), 3)
    }
    return (.none, 0)
  }

  private static func separator(_ byte: UInt8) -> Separator {
    switch byte {
    case .space: .space
    case .minus: .dash
    case .dot: .dot
    case .slash: .slash
    default: .none
    }
  }

  /// Whether one to five digits stand in the parentheses that open at an offset.
  static func isParenthesized(_ text: Span<UInt8>, _ opening: Int) -> Bool {
    var offset = opening + 1
    while offset - opening <= 5, Boundary.byte(text, offset).isDigit { offset += 1 }
    return offset > opening + 1 && Boundary.byte(text, offset) == UInt8(ascii: ")")
  }

  /// The length of a group, or 0 where there is none.
  func length(_ group: Int) -> Int { group < count ? Int(lengths[group]) : 0 }

  /// What stands behind a group; nothing behind the last one.
  func separator(_ group: Int) -> Separator { group < count ? separators[group] : .none }

  /// The offset behind a group, and behind the parenthesis that closes there.
  func end(_ group: Int) -> Int { ends[group] }

  /// A digit's value, or 255 behind the last one.
  func digit(_ index: Int) -> UInt8 { index < digitCount ? digits[index] : 255 }

  /// The length of each of the first groups as hexadecimal digits: 0x334 for 3, 3 and 4.
  func pattern(_ groups: Int) -> UInt64 {
    var pattern: UInt64 = 0
    for group in 0..<min(groups, count) {
      pattern = pattern << 4 | UInt64(min(15, lengths[group]))
    }
    return pattern
  }

  /// The one separator between the first groups, or none where they are several.
  func commonSeparator(_ groups: Int) -> Separator {
    for group in 1..<max(1, groups - 1) where separators[group] != separators[0] { return .none }
    return groups > 1 ? separators[0] : .none
  }

  /// Whether a separator stands between two of the first groups.
  func has(_ separator: Separator, in groups: Int) -> Bool {
    for group in 0..<max(0, groups - 1) where separators[group] == separator { return true }
    return false
  }
}

extension PhoneGroups {
  /// How many digits there are up to the end of a group.
  func totalDigits(_ last: Int) -> Int {
    var total = 0
    for group in 0..<max(0, last + 1) { total += length(group) }
    return total
  }

  /// Whether all digits are the same: `000-000-0000`.
  var isOneDigitRepeated: Bool {
    for index in 1..<max(1, digitCount) where digit(index) != digit(0) { return false }
    return true
  }

  /// Whether all groups but the first have three digits, as in `1 234 567 890`; three groups of
  /// three may be a number of nine digits.
  var areThousands: Bool {
    guard count > 3 else { return false }
    for group in 1..<count where length(group) != 3 { return false }
    return true
  }

  /// Whether this is 2^32, or one less, as in much code that calls something.
  var isPowerOfTwo: Bool {
    digit(0) == 4 && digit(1) == 2 && digit(2) == 9 && digit(3) == 4 && digit(4) == 9
      && digit(5) == 6 && digit(6) == 7 && digit(7) == 2 && digit(8) == 9
  }

  /// Whether year, month and day begin the groups, or day, month and year.
  var isDate: Bool {
    if length(0) == 4, length(1) == 2 {
      let century = digit(0) * 10 + digit(1)
      return century == 19 || century == 20
    }
    return length(0) <= 2 && length(1) <= 2 && length(2) == 4
  }
}
