import Bytes

/// Takes apart what options spell.
enum RuleText {
  /// The parts between commas, without blanks around them; a comma in double quotes is none.
  static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var rest = Array(text.utf8)[...]
    while let comma = firstUnquoted(.comma, in: rest) {
      parts.append(string(trimmed(rest[..<comma])))
      rest = rest[(comma + 1)...]
    }
    parts.append(string(trimmed(rest)))
    return parts.filter { !$0.isEmpty }
  }

  /// What stands before the first `=` outside of double quotes, and behind it; nil without one.
  static func assignment(_ text: String) -> (name: String, value: String)? {
    let bytes = Array(text.utf8)
    guard let sign = firstUnquoted(UInt8(ascii: "="), in: bytes[...]) else { return nil }
    return (string(bytes[..<sign]), string(bytes[(sign + 1)...]))
  }

  /// Where a byte first stands outside of double quotes, in which a backslash escapes.
  private static func firstUnquoted(_ wanted: UInt8, in bytes: ArraySlice<UInt8>) -> Int? {
    var isQuoted = false
    var isEscaped = false
    for index in bytes.indices {
      if bytes[index] == wanted, !isQuoted { return index }
      if bytes[index] == .quote, !isEscaped { isQuoted.toggle() }
      isEscaped = isQuoted && bytes[index] == .backslash && !isEscaped
    }
    return nil
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes without blanks and controls at either end.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let first = rest.first, first <= .space { rest.removeFirst() }
    while let last = rest.last, last <= .space { rest.removeLast() }
    return rest
  }
}
