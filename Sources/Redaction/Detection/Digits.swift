import Bytes

/// Reads numbers of a known length where letters or signs stand between the digits, so that
/// `DigitGroups` does not see them whole.
enum Digits {
  /// The number that `count` digits at an offset make (at most 18), or nil where one is none.
  static func value(_ text: Span<UInt8>, at start: Int, count: Int) -> Int? {
    var value = 0
    for offset in start..<start + count {
      let byte = Boundary.byte(text, offset)
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte &- .zero)
    }
    return value
  }
}
