import Bytes

// The sets that the shapes of secrets are spelled with.
extension ByteSet {
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
    self.init()
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
}
