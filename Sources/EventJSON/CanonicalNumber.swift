import Bytes

/// Numbers of the canonical form kt-canon/1: integers as they are, anything else as ECMAScript's
/// Number::toString (ECMA-262, section 6.1.6.1.20) of the nearest IEEE double.
enum CanonicalNumber {
  /// Appends the canonical spelling of a valid JSON number.
  static func append(
    _ literal: Span<UInt8>, to output: inout Output
  ) throws(CanonicalRefusal) {
    guard !isInteger(literal) else {
      if literal.count == 2, literal[0] == .minus, literal[1] == .zero {
        output.append(.zero)
      } else {
        output.append(literal)
      }
      return
    }
    let number = Decimal(literal)
    if number.isZero { return output.append(.zero) }
    if isItsOwnShortest(number, literal) { return layOut(number, literal, to: &output) }
    // The standard library reads and writes doubles exactly, but only from and to texts.
    guard let value = Double(String(copying: literal)) else {
      preconditionFailure("a valid JSON number is a number")
    }
    if value == 0 { return output.append(.zero) }
    guard value.isFinite else { throw .numberRange }
    let shortest = Array(value.description.utf8)
    layOut(Decimal(shortest.span), shortest.span, to: &output)
  }

  private static func isInteger(_ literal: Span<UInt8>) -> Bool {
    for offset in 0..<literal.count where !literal[offset].isDigit && literal[offset] != .minus {
      return false
    }
    return true
  }

  /// Whether the digits of a number are the shortest ones of its nearest double.
  ///
  /// No two decimals of up to fifteen digits have the same nearest double (DBL_DIG), as long as
  /// it is a normal one; so there is no shorter one, either.
  private static func isItsOwnShortest(_ number: Decimal, _ literal: Span<UInt8>) -> Bool {
    number.lastDigit - number.firstDigit < 15 && (-290...300).contains(number.magnitude)
  }

  /// Appends the digits of a number, at most seventeen, as ECMAScript lays them out: in full from
  /// 1e-6 to below 1e21, else with an exponent.
  private static func layOut(
    _ number: Decimal, _ text: Span<UInt8>, to output: inout Output
  ) {
    var digits = 0
    for offset in number.firstDigit...number.lastDigit where text[offset] != .dot { digits += 1 }
    let point = number.magnitude
    if number.isNegative { output.append(.minus) }
    switch point {
    case digits...21:
      append(number, text, pointAfter: digits, to: &output)
      for _ in digits..<point { output.append(.zero) }
    case 1...21:
      append(number, text, pointAfter: point, to: &output)
    case -5...0:
      output.append(.zero)
      output.append(.dot)
      for _ in 0..<(-point) { output.append(.zero) }
      append(number, text, pointAfter: digits, to: &output)
    default:
      append(number, text, pointAfter: 1, to: &output)
      output.append(UInt8(ascii: "e"))
      if point > 0 { output.append(UInt8(ascii: "+")) }
      output.append(decimal: point - 1)
    }
  }

  /// Appends the significant digits, with a point behind so many of them where more follow.
  private static func append(
    _ number: Decimal, _ text: Span<UInt8>, pointAfter: Int, to output: inout Output
  ) {
    var written = 0
    for offset in number.firstDigit...number.lastDigit where text[offset] != .dot {
      if written == pointAfter { output.append(.dot) }
      output.append(text[offset])
      written += 1
    }
  }
}
