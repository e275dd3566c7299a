import Bytes

/// Makes values coarser: an address becomes its network, a date its month (spec/redaction.md,
/// section 5).
enum Truncation {
  /// Appends the coarser form of a text; false, and nothing, where it has none.
  static func append(_ value: Span<UInt8>, into output: inout Output) -> Bool {
    appendMonth(value, into: &output) || IPNormalForm.appendNetwork(of: value, into: &output)
  }

  /// `2026-04-22`, with or without a time behind it, becomes `2026-04`.
  private static func appendMonth(_ value: Span<UInt8>, into output: inout Output) -> Bool {
    guard value.count >= 7 else { return false }
    for offset in 0..<7 where offset != 4 && !value[offset].isDigit { return false }
    guard value[4] == .minus else { return false }
    if value.count > 7 {
      guard value.count >= 10, value[7] == .minus, value[8].isDigit, value[9].isDigit,
        value.count == 10 || !Boundary.isWord(value[10]) || value[10] | 0x20 == UInt8(ascii: "t")
      else { return false }
    }
    output.append(value.extracting(0..<7))
    return true
  }
}
