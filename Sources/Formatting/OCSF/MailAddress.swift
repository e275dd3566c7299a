import Bytes

/// Whether a text is an address as OCSF 1.8.0 takes it (type `email_t`).
///
/// Its pattern: one or more of letters, digits and ``!#$%&'*+,-./=?^_`{|}~``, an "@", and letters,
/// digits and "-" with at least one dot, which may also stand elsewhere behind it.
enum MailAddress {
  static func isValid(_ text: Span<UInt8>) -> Bool {
    guard let sign = ByteScan.firstIndex(of: UInt8(ascii: "@"), in: text, from: 0), sign > 0
    else { return false }
    for offset in 0..<sign where !isLocal(text[offset]) { return false }
    var firstDot = -1
    for offset in sign + 1..<text.count {
      if text[offset] == .dot {
        if firstDot < 0 { firstDot = offset }
      } else if !isName(text[offset]) {
        return false
      }
    }
    return firstDot > sign + 1 && firstDot < text.count - 1
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == .minus
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"),
      UInt8(ascii: "*")...UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "?"),
      UInt8(ascii: "^")...UInt8(ascii: "`"), UInt8(ascii: "{")...UInt8(ascii: "~"):
      true
    default: byte.isLetter || byte.isDigit
    }
  }
}
