import Bytes

/// A JSON number taken apart for exact comparison; it holds offsets into the number's text.
///
/// `-12.50e3` is minus 0.125 times ten to the 5: `firstDigit` is the offset of the 1,
/// `lastDigit` that of the 5, and `magnitude` is 5. Nothing is rounded, whatever the length.
/// Exponents beyond 10^17 in size are taken as 10^17, where no two counts of things differ.
public struct Decimal: Sendable {
  let isNegative: Bool
  let isZero: Bool
  let firstDigit: Int
  let lastDigit: Int
  let magnitude: Int

  /// Takes a valid JSON number apart.
  public init(_ text: Span<UInt8>) {
    var offset = 0
    isNegative = text.count > 0 && text[0] == .minus
    if isNegative { offset = 1 }
    var first = -1
    var last = -1
    var integerDigits = 0
    var leadingZeros = 0
    var seenDot = false
    while offset < text.count {
      let byte = text[offset]
      if byte == .dot {
        seenDot = true
      } else if byte.isDigit {
        if byte != .zero {
          if first < 0 { first = offset }
          last = offset
        } else if first < 0, seenDot {
          leadingZeros += 1
        }
        if !seenDot, first >= 0 { integerDigits += 1 }
      } else {
        break
      }
      offset += 1
    }
    firstDigit = first
    lastDigit = last
    isZero = first < 0
    let exponent = offset < text.count ? Self.exponent(text, offset + 1) : 0
    magnitude = integerDigits - (integerDigits > 0 ? 0 : leadingZeros) + exponent
  }

  private static func exponent(_ text: Span<UInt8>, _ start: Int) -> Int {
    let limit = 100_000_000_000_000_000
    var value = 0
    for offset in start..<text.count where text[offset].isDigit {
      value = min(value * 10 + Int(text[offset] - .zero), limit)
    }
    return text[start] == .minus ? -value : value
  }

  /// Compares two valid JSON numbers by value: negative, zero or positive.
  public static func compare(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    let first = Decimal(left)
    let second = Decimal(right)
    if first.isZero || second.isZero {
      return first.sign - second.sign
    }
    if first.isNegative != second.isNegative { return first.sign - second.sign }
    let order =
      first.magnitude != second.magnitude
      ? (first.magnitude < second.magnitude ? -1 : 1)
      : compareDigits(first, left, second, right)
    return first.isNegative ? -order : order
  }

  private var sign: Int { isZero ? 0 : isNegative ? -1 : 1 }

  /// Compares the significant digits of two numbers of the same magnitude.
  private static func compareDigits(
    _ first: Decimal, _ left: Span<UInt8>, _ second: Decimal, _ right: Span<UInt8>
  ) -> Int {
    var one = first.firstDigit
    var two = second.firstDigit
    while one <= first.lastDigit, two <= second.lastDigit {
      if left[one] == .dot {
        one += 1
      } else if right[two] == .dot {
        two += 1
      } else if left[one] != right[two] {
        return left[one] < right[two] ? -1 : 1
      } else {
        one += 1
        two += 1
      }
    }
    if one <= first.lastDigit { return 1 }
    return two <= second.lastDigit ? -1 : 0
  }
}
