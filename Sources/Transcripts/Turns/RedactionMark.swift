import Bytes

/// Tells what looks like the trace of a redaction (spec/redaction.md, sections 5 and 6).
///
/// ```
/// [REDACTED] [EMAIL_ADDRESS]     a name in brackets
/// EMAIL_ADDRESS_a1_3f9a2c..      a pseudonym: kind, key, 32 hexadecimal digits
/// ****-****-****-1111            a mask: at least four stars, more than what was kept
/// ```
/// What is marked is what text shows, not what is known: a prompt may have such words of its own.
enum RedactionMark {
  /// The names of kinds that have no underscore, and the name for whole fields.
  private static let names: [StaticString] = ["REDACTED", "CRYPTO", "JWT", "VIN"]

  /// Whether a mark can begin with this byte.
  static func mayBegin(_ byte: UInt8) -> Bool {
    byte == .openBracket || byte == UInt8(ascii: "*") || isUpper(byte) || byte.isLetter
      || byte.isDigit
  }

  /// How many bytes the mark at `place` has; 0 where none begins.
  static func length(_ text: Span<UInt8>, at place: Int) -> Int {
    if text[place] == .openBracket { return bracketed(text, place) }
    guard place == 0 || !isToken(text[place - 1]) else { return 0 }
    if isUpper(text[place]) {
      let length = pseudonym(text, place)
      if length > 0 { return length }
    }
    return masked(text, place)
  }

  private static func bracketed(_ text: Span<UInt8>, _ place: Int) -> Int {
    var end = place + 1
    var hasUnderscore = false
    while end < text.count, end - place < 66,
      isUpper(text[end]) || text[end].isDigit || isUnderscore(text[end])
    {
      if isUnderscore(text[end]) { hasUnderscore = true }
      end += 1
    }
    guard end < text.count, text[end] == .closeBracket, end > place + 2 else { return 0 }
    let name = text.extracting(place + 1..<end)
    guard hasUnderscore || names.contains(where: { ByteScan.equals(name, $0) }) else { return 0 }
    return end + 1 - place
  }

  private static func pseudonym(_ text: Span<UInt8>, _ place: Int) -> Int {
    var end = place
    while end < text.count, end - place < 128, isWord(text[end]) { end += 1 }
    guard end - place < 128, end - place > 36 else { return 0 }
    for offset in end - 32..<end {
      guard text[offset].hexadecimalValue != nil, !isUpper(text[offset]) else { return 0 }
    }
    guard isUnderscore(text[end - 33]) else { return 0 }
    var kind = end - 34
    while kind > place, !isUnderscore(text[kind]) { kind -= 1 }
    guard (2...8).contains(end - 34 - kind), kind > place else { return 0 }
    for offset in place..<kind
    where !isUpper(text[offset]) && !text[offset].isDigit && !isUnderscore(text[offset]) {
      return 0
    }
    return end - place
  }

  private static func masked(_ text: Span<UInt8>, _ place: Int) -> Int {
    var end = place
    var stars = 0
    var kept = 0
    while end < text.count, end - place < 256, isToken(text[end]) {
      if text[end] == UInt8(ascii: "*") { stars += 1 } else if isWord(text[end]) { kept += 1 }
      end += 1
    }
    guard stars >= 4, stars > kept else { return 0 }
    return end - place
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  private static func isUnderscore(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "_") }
  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || isUnderscore(byte)
  }

  /// Whether a byte belongs to a masked value: what a mask keeps, and its separators.
  private static func isToken(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "@") || byte == .dot
      || byte == .minus || byte == UInt8(ascii: "+")
  }
}
