import Bytes

/// Passwords in URLs (spec/redaction.md, section 3; RFC 3986, 3.2.1).
///
/// `postgres://user:secret@host`, also with `:\/\/` as JSON in JSON has it. The secret alone is
/// the hit. `ConnectionString` finds those of ADO and JDBC.
enum URLCredentials {
  static let entry = KindEntry(
    .urlCredentials, "URL_CREDENTIALS", .urlOrHeader,
    confidence: "3",
    definition: "password in scheme://user:password@host, or in an ADO or JDBC connection string",
    example: "postgres://app:" + "wiese42Gruen" + "@db.example.org/main")

  private static let longest = 128

  /// Notes the password of a URL at the `:` behind its scheme.
  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {
    guard hits.wants(.urlCredentials), Boundary.isAlphanumeric(Boundary.byte(text, offset - 1))
    else { return }
    var start = offset + 1
    for _ in 0..<2 {
      for _ in 0..<2 where Boundary.byte(text, start) == .backslash { start += 1 }
      guard Boundary.byte(text, start) == .slash else { return }
      start += 1
    }
    guard hasScheme(text, before: offset), let colon = userEnd(text, from: start) else { return }
    findSecret(text, from: colon + 1, into: &hits)
  }

  /// The offset of the `:` behind the user's name, which may be empty.
  private static func userEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
    var offset = start
    while offset < text.count, offset - start <= longest {
      let byte = text[offset]
      if byte == .colon { return offset }
      if isEnd(byte) || byte == UInt8(ascii: "@") { return nil }
      offset += 1
    }
    return nil
  }

  private static func findSecret(_ text: Span<UInt8>, from start: Int, into hits: inout Hits) {
    var offset = start
    var end = start
    while offset < text.count, offset - start <= longest, !isEnd(text[offset]) {
      // The last one: passwords may hold an `@`, hosts do not.
      if text[offset] == UInt8(ascii: "@") { end = offset }
      offset += 1
    }
    let host = Boundary.byte(text, end + 1)
    guard end - start >= 3,
      Boundary.isAlphanumeric(host) || host == .openBracket || host == UInt8(ascii: "_")
        || host >= 0x80,
      !isPortAndMore(text, start, end), !isPlaceholder(text, start, end)
    else { return }
    hits.add(.urlCredentials, start, end, confidence: 3)
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...UInt8.space, .slash, .quote, UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "`"), .backslash:
      true
    default: false
    }
  }

  /// `http://host:8080?mail=a@b.example`.
  private static func isPortAndMore(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var offset = start
    while offset < end, text[offset].isDigit { offset += 1 }
    guard offset > start, offset < end else { return false }
    switch text[offset] {
    case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ";"), .comma, UInt8(ascii: ")"):
      return true
    default: return false
    }
  }

  /// `[a-z][a-z0-9+]*` before the colon, with `.` and `-` as the RFC has them.
  private static func hasScheme(_ text: Span<UInt8>, before end: Int) -> Bool {
    var start = end
    while start > 0, end - start < 32 {
      let byte = text[start - 1]
      guard
        Boundary.isAlphanumeric(byte) || byte == UInt8(ascii: "+") || byte == .dot
          || byte == .minus
      else { break }
      start -= 1
    }
    for offset in start..<end where text[offset].isLetter { return true }
    return false
  }

  /// Whether something stands for a password: a template, a mask, a pseudonym.
  static func isPlaceholder(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if Dummy.isPlaceholder(text, start, end) && !isShort(text, start, end) { return true }
    if References.isReplacement(text, start, end) { return true }
    switch text[start] {
    case .openBracket, .openBrace, UInt8(ascii: "<"):
      return text[end - 1] == text[start] + 2
    case UInt8(ascii: "$"):
      for offset in start + 1..<end where !Boundary.isWord(text[offset]) {
        return Boundary.byte(text, start + 1) == .openBrace
      }
      return true
    case UInt8(ascii: "%"): return text[end - 1] == UInt8(ascii: "%") || end - start <= 3
    default: break
    }
    for offset in start..<end {
      let next = Boundary.byte(text, offset + 1)
      switch text[offset] {
      case UInt8(ascii: "*"):
        if next == UInt8(ascii: "*"), Boundary.byte(text, offset + 2) == next { return true }
      case UInt8(ascii: "$"), .openBrace:
        if next == .openBrace { return true }
      default: break
      }
    }
    return false
  }

  /// Some seven characters or less, of which half may well be alike: `p@ss`, `1211`.
  private static func isShort(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start < 8, Boundary.isWord(text[start]) else { return false }
    for offset in start..<end where text[offset] != text[start] {
      return !WordCheck.stands("null", at: start, in: text)
        && !WordCheck.stands("none", at: start, in: text)
        && !WordCheck.stands("xxxx", at: start, in: text)
    }
    return false
  }
}
