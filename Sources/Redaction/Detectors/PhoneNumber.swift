import Bytes

/// Telephone numbers: international ones by their country code, North American ones by their
/// shape, and others where a word says so (spec/redaction.md, section 2).
///
/// No kind looks more like everything else. So what begins with `+` must have a country code of
/// the ITU's list and as many digits behind it as that country uses; what has no `+` must be
/// written as `(415) 555-0132` or `415-555-0132`, or stand near a word such as `tel`; and dates,
/// decimals, identifiers and the paths of URLs are left whatever stands near.
enum PhoneNumber {
  static let entry = KindEntry(
    .phoneNumber, "PHONE_NUMBER", infoType: "PHONE_NUMBER", .phone,
    confidence: "3 with +, 2 else",
    definition: "+ and a country code, or (NXX) NXX-XXXX, NXX-NXX-XXXX; other forms in context",
    example: "call +1 (415) 555-0132")

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, into hits: inout Hits
  ) {
    guard hits.wants(.phoneNumber), mayBegin(text, start) else { return }
    let opening = UInt8(ascii: "(")
    let before = Boundary.byte(text, start - 1)
    let plus = before == opening ? start - 2 : start - 1
    if Boundary.byte(text, plus) == UInt8(ascii: "+"),
      findInternational(text, key, plus, into: &hits)
    {
      return
    }
    let isParenthesized = before == opening && PhoneGroups.isParenthesized(text, start - 1)
    findNational(text, key, isParenthesized ? start - 1 : start, into: &hits)
  }

  /// The cheapest refusal: a digit run that is too long, or too short with nothing of a number
  /// behind it.
  private static func mayBegin(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var end = start + 1
    while end - start < 16, Boundary.byte(text, end).isDigit { end += 1 }
    let length = end - start
    if length > 15 { return false }
    if length >= 8 { return true }
    let next = Boundary.byte(text, end)
    switch next {
    case .space, .minus, .dot, .slash:
      let second = Boundary.byte(text, end + 1)
      if second.isDigit { return mayGoOn(text, start, end) }
      return next == .space && second == .minus || isParenthesis(second)
        || next == .space && second == .slash
    case UInt8(ascii: "("), UInt8(ascii: ")"): return true
    default: return false
    }
  }

  /// Whether a number may go on with the group that begins behind `end`: with a single digit it
  /// does behind a prefix or in parentheses only, and so not in `1 1 1 1`.
  private static func mayGoOn(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if Boundary.byte(text, end + 2).isDigit || text[start] == .zero { return true }
    let before = Boundary.byte(text, start - 1)
    return before == UInt8(ascii: "+") || isParenthesis(before)
      || Boundary.byte(text, end + 2) == UInt8(ascii: ")")
  }

  private static func isParenthesis(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "(") }

  /// The offset behind a number that ends at `end` and its extension, if nothing that makes it
  /// part of something longer follows.
  static func finalEnd(_ text: Span<UInt8>, _ end: Int) -> Int? {
    if let extended = PhoneExtension.end(text, from: end) { return extended }
    return Boundary.isNumberEnd(text, end) ? end : nil
  }
}

/// The extension behind a number: `x123`, `ext. 123`, `;ext=123` (RFC 3966).
enum PhoneExtension {
  /// The offset behind an extension of one to six digits that follows `start`, or nil.
  static func end(_ text: Span<UInt8>, from start: Int) -> Int? {
    var offset = start
    while offset - start < 2, isGap(Boundary.byte(text, offset)) { offset += 1 }
    if WordCheck.stands("ext", at: offset, in: text) {
      if WordCheck.stands("extension", at: offset, in: text) {
        offset += 9
      } else {
        offset += Boundary.byte(text, offset + 3).lowercased == UInt8(ascii: "n") ? 4 : 3
      }
      while isMark(Boundary.byte(text, offset)), offset - start < 16 { offset += 1 }
    } else if Boundary.byte(text, offset).lowercased == UInt8(ascii: "x") {
      offset += 1
      if Boundary.byte(text, offset) == .dot { offset += 1 }
    } else {
      return nil
    }
    let digits = offset
    while offset - digits < 7, Boundary.byte(text, offset).isDigit { offset += 1 }
    guard offset > digits, offset - digits <= 6, !Boundary.isWord(Boundary.byte(text, offset))
    else { return nil }
    return offset
  }

  private static func isGap(_ byte: UInt8) -> Bool {
    byte == .space || byte == .comma || byte == UInt8(ascii: ";")
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == .space || byte == .dot || byte == .colon || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: "#")
  }
}
