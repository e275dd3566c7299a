import Bytes

/// Whole numbers from 0 to 10^18 - 1 in their only spelling: no sign, no leading zero, as indexes
/// have it in JSON pointers (RFC 6901, section 4) and in receipts.
public enum DecimalNumber {
  /// The number that all of a text is, or nil.
  public static func value(_ text: Span<UInt8>) -> Int? {
    guard text.count > 0, text.count <= 18, text.count == 1 || text[0] != .zero else {
      return nil
    }
    var value = 0
    for offset in 0..<text.count {
      guard text[offset].isDigit else { return nil }
      value = value * 10 + Int(text[offset] - .zero)
    }
    return value
  }
}
