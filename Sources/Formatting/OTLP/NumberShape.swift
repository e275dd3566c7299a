import Bytes

/// Which value of OTLP holds a JSON number without changing it.
enum NumberShape {
  /// A whole number of 64 bits.
  case integer
  /// A number that a double gives back as it was: at most 15 significant digits, and an
  /// exponent far from the ends of its range.
  case double
  /// One that neither holds, so that it stays a text: `1e400`, 20 digits, and `-0`, which
  /// readers of JSON take for the integer 0.
  case text

  /// The shape of a valid JSON number.
  init(_ text: Span<UInt8>) {
    var digits = 0
    var pendingZeros = 0
    var isWhole = true
    var offset = text[0] == .minus ? 1 : 0
    let start = offset
    while offset < text.count, text[offset].isDigit || text[offset] == .dot {
      switch text[offset] {
      case .dot: isWhole = false
      case .zero: if digits > 0 { pendingZeros += 1 }
      default:
        digits += pendingZeros + 1
        pendingZeros = 0
      }
      offset += 1
    }
    let exponent = offset < text.count ? Self.exponent(text, from: offset + 1) : 0
    if isWhole, offset == text.count {
      self = Self.isInteger(text, from: start) ? .integer : .text
    } else {
      self = digits <= 15 && exponent + offset < 250 ? .double : .text
    }
  }

  /// The size of an exponent, at most a thousand.
  private static func exponent(_ text: Span<UInt8>, from start: Int) -> Int {
    var value = 0
    for offset in start..<text.count where text[offset].isDigit {
      value = min(value * 10 + Int(text[offset] - .zero), 1_000)
    }
    return value
  }

  /// Whether digits, behind a minus where they begin at 1, are a number of 64 bits.
  private static func isInteger(_ text: Span<UInt8>, from start: Int) -> Bool {
    if start == 1, text[1] == .zero { return false }
    var value = 0
    for offset in start..<text.count {
      let digit = Int(text[offset] - .zero)
      // Counted down, as the negative numbers reach one further.
      let (product, overflows) = value.multipliedReportingOverflow(by: 10)
      let (difference, underflows) = product.subtractingReportingOverflow(digit)
      if overflows || underflows { return false }
      value = difference
    }
    return start == 1 || value > .min
  }
}
