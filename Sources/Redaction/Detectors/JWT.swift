import Bytes

/// JSON Web Tokens (RFC 7519): two or three parts of Base64 for URLs with `.` between them, of
/// which the first is a JSON object (`eyJ` is `{"`) and the second begins like one.
///
/// The header is decoded as it is read, and given up at the first character that cannot be. A `-`
/// in the header decodes into a string of it, so that of all the `eyJ` behind a `-` at most two are
/// read any further: a text of nothing but these costs its length.
enum JWT {
  static let entry = KindEntry(
    .jwt, "JWT", infoType: "JSON_WEB_TOKEN", .jwt, confidence: "3",
    definition: "header that decodes to a JSON object, payload, and perhaps a signature",
    example: "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiJub2JvZHkifQ" + ".c2lnbmF0dXJlLW9mLW5vYm9keQ")

  /// The offset behind a token whose header begins at a word start, or nil.
  static func end(_ text: Span<UInt8>, _ start: Int) -> Int? {
    guard JWTHeader.digit(Boundary.byte(text, start + 3)) != nil else { return nil }
    var header = JWTHeader()
    var offset = start
    while let digit = JWTHeader.digit(Boundary.byte(text, offset)) {
      guard header.take(digit) else { return nil }
      offset += 1
    }
    guard offset - start >= 17, header.isComplete, Boundary.byte(text, offset) == .dot,
      ByteScan.hasWord(text, at: offset + 1, "eyJ")
    else { return nil }
    let payload = offset + 1
    let payloadEnd = endOfRun(text, payload)
    guard payloadEnd - payload >= 13, !Dummy.isPlaceholder(text, payload, payloadEnd) else {
      return nil
    }
    guard Boundary.byte(text, payloadEnd) == .dot else { return payloadEnd }
    let signature = payloadEnd + 1
    let end = endOfRun(text, signature)
    return end - signature >= 10 ? end : payloadEnd
  }

  private static func endOfRun(_ text: Span<UInt8>, _ start: Int) -> Int {
    var end = start
    while ByteSet.base64URL.contains(Boundary.byte(text, end)) { end += 1 }
    return end
  }
}
