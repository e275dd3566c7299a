import Bytes

/// Credentials of HTTP headers (spec/redaction.md, section 3; RFC 9110, section 11.6.2):
/// `Authorization: Bearer ...`, `Basic` and `Token`, and `x-api-key: ...`.
enum AuthHeader {
  static let entry = KindEntry(
    .authHeader, "AUTH_HEADER", infoType: "HTTP_BASIC_AUTH_HEADER", .urlOrHeader,
    confidence: "2",
    definition: "credentials of an Authorization header, Bearer, Basic or Token, or of x-api-key",
    example: "Authorization: Bearer " + "q8Zt5Lw2" + "Xn7Rk4Vb9Md1")

  /// Notes the credentials of an `Authorization` header whose value begins at `start`.
  static func findAuthorization(
    _ text: Span<UInt8>, from start: Int, into hits: inout Hits
  ) {
    guard hits.wants(.authHeader) else { return }
    var start = AssignedValue.skipSpaces(text, from: start)
    for _ in 0..<4 where isOpening(Boundary.byte(text, start)) { start += 1 }
    let (length, isBasic) = scheme(text, at: start)
    start = AssignedValue.skipSpaces(text, from: start + length)
    let end = tokenEnd(text, start)
    guard !Dummy.isPlaceholder(text, start, end), !References.isReplacement(text, start, end)
    else { return }
    let shape = ValueShape(text, start, end)
    let isLong = shape.count >= 16 && (shape.hasDigit || shape.hasBothCases || shape.count >= 40)
    // The scheme of AWS has its signature further on, beside a key's identifier.
    if WordCheck.stands("aws4-", at: start, in: text) { return }
    if Boundary.byte(text, end) == UInt8(ascii: "(") { return }
    guard isBasic ? isLong || isCredentials(text, start, end) : isLong,
      length > 0 || shape.hasDigit && !shape.isReadable,
      !isConstant(shape)
    else { return }
    hits.add(.authHeader, start, end, confidence: 2)
  }

  /// Notes what stands behind `Bearer ` in any text, where it is long and of no words.
  static func findBearer(_ text: Span<UInt8>, from start: Int, into hits: inout Hits) {
    guard hits.wants(.authHeader) else { return }
    let end = tokenEnd(text, start)
    let shape = ValueShape(text, start, end)
    guard shape.count >= 20, shape.hasDigit, shape.hasLetter, !shape.isReadable,
      !Dummy.isPlaceholder(text, start, end), !References.isReplacement(text, start, end)
    else { return }
    hits.add(.authHeader, start, end, confidence: 2)
  }

  /// Notes the value of `x-api-key`; false where it is too short.
  static func findKey(_ text: Span<UInt8>, _ value: AssignedValue, into hits: inout Hits) -> Bool {
    let end = tokenEnd(text, value.start)
    let shape = ValueShape(text, value.start, end)
    guard hits.wants(.authHeader), shape.count >= 20, shape.hasDigit, shape.hasLetter,
      !shape.isReadable, !References.covers(text, value, shape)
    else { return false }
    hits.add(.authHeader, value.start, end, confidence: 2)
    return true
  }

  private static func isOpening(_ byte: UInt8) -> Bool {
    AssignedName.isQuote(byte) || byte == .backslash || byte == .openBracket
  }

  /// The length of a scheme and one space behind it, and whether it is Basic.
  private static func scheme(_ text: Span<UInt8>, at start: Int) -> (length: Int, isBasic: Bool) {
    if WordCheck.stands("bearer ", at: start, in: text) { return (7, false) }
    if WordCheck.stands("basic ", at: start, in: text) { return (6, true) }
    if WordCheck.stands("token ", at: start, in: text) { return (6, false) }
    if WordCheck.stands("api-token ", at: start, in: text) { return (10, false) }
    if WordCheck.stands("negotiate ", at: start, in: text) { return (10, false) }
    if WordCheck.stands("ntlm ", at: start, in: text) { return (5, false) }
    if WordCheck.stands("apikey ", at: start, in: text) { return (7, false) }
    return (0, false)
  }

  private static func tokenEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < text.count, end - start < AssignedValue.longest, isTokenByte(text[end]) { end += 1 }
    if end > start, text[end - 1] == .dot { end -= 1 }
    return end
  }

  /// RFC 6750's token68 with the `_`.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    Boundary.isWord(byte) || byte == UInt8(ascii: "+") || byte == .slash || byte == .dot
      || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "=") || byte == .minus
  }

  /// `ACCESS_TOKEN`: a name in capitals.
  private static func isConstant(_ shape: ValueShape) -> Bool {
    shape.lowers == 0 && shape.underscores > 0 && shape.isReadable
  }

  /// Whether base64 stands for `user:password`: at least 8 characters, of which a colon comes out
  /// and no control character.
  private static func isCredentials(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 8 else { return false }
    var bits: UInt32 = 0
    var count: UInt32 = 0
    var hasColon = false
    for offset in start..<end {
      guard let value = base64Value(text[offset]) else { break }
      bits = bits << 6 | value
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      let byte = UInt8(truncatingIfNeeded: bits >> count)
      if byte < .space || byte > 0x7E { return false }
      if byte == .colon { hasColon = true }
    }
    return hasColon
  }

  private static func base64Value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61 + 26)
    case 0x30...0x39: UInt32(byte - 0x30 + 52)
    case UInt8(ascii: "+"): 62
    case .slash: 63
    default: nil
    }
  }
}
