/// A set of ASCII bytes.
///
/// Bytes from 0x80, and 0, are in none.
struct ByteSet: Equatable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  static let digits = ByteSet("0-9")
  static let lowerHex = ByteSet("0-9a-f")
  static let hex = ByteSet("0-9a-fA-F")
  static let lowerAlphanumeric = ByteSet("0-9a-z")
  static let upperAlphanumeric = ByteSet("0-9A-Z")
  static let alphanumeric = ByteSet("0-9A-Za-z")
  static let word = ByteSet("0-9A-Za-z_")
  /// The characters of Base64 without its padding.
  static let base64 = ByteSet("0-9A-Za-z+/")
  /// The characters of Base64 for URLs.
  static let base64URL = ByteSet("0-9A-Za-z_-")

  /// The bytes that `characters` spells as in a bracket expression, such as `0-9A-Z_`.
  ///
  /// A `-` at the end stands for itself.
  init(_ characters: String) {
    let bytes = Array(characters.utf8)
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      var last = first
      if index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "-") {
        last = bytes[index + 2]
        index += 2
      }
      for byte in first...last { insert(byte) }
      index += 1
    }
  }

  private mutating func insert(_ byte: UInt8) {
    precondition(byte > 0 && byte < 0x80, "only ASCII bytes are in a set")
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
  }

  /// Whether a byte is in the set.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    return (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 != 0
  }
}
