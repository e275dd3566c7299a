import Bytes

/// Keys and tokens of Azure (spec/redaction.md, section 3): `AccountKey=` and `SharedAccessKey=` of
/// connection strings, `sig=` of shared access signatures, and the client secrets of Entra ID, which
/// have a digit, `Q~` and 31 to 34 more characters behind the first three.
enum AzureSecret {
  static let entry = KindEntry(
    .azureSecret, "AZURE_SECRET", infoType: "AZURE_AUTH_TOKEN", .vendorToken,
    confidence: "3",
    definition: "AccountKey, SharedAccessKey, SAS signature, or client secret with Q~",
    example: "SharedAccessKey=" + "pT4mWz8QvK1xR7nB2dL6" + "sY9cH3gJ5fA0uE/oN+iVqXw=")

  /// Notes an account key: 43 to 88 characters of base64.
  static func findKey(
    _ text: Span<UInt8>, _ value: AssignedValue, into hits: inout Hits
  ) -> Bool {
    guard hits.wants(.azureSecret) else { return false }
    var end = value.start
    while end < value.end, AWSSecretKey.isBase64(text[end]) { end += 1 }
    let length = end - value.start
    while end < value.end, end - value.start - length < 2, text[end] == UInt8(ascii: "=") {
      end += 1
    }
    guard length >= 42, end - value.start <= 88,
      !Dummy.isPlaceholder(text, value.start, value.start + length),
      Entropy.bits(text, value.start, end) >= 3.5
    else { return false }
    hits.add(.azureSecret, value.start, end, confidence: 3)
    return true
  }

  /// Notes a signature: base64 of 32 bytes, `%` escapes as one, or 30 to 60 characters beside
  /// other parts of a shared access signature.
  static func findSignature(
    _ text: Span<UInt8>, _ value: AssignedValue, into hits: inout Hits
  ) {
    guard hits.wants(.azureSecret) else { return }
    var end = value.start
    var length = 0
    while end < value.end {
      let byte = text[end]
      if byte == UInt8(ascii: "%"), Boundary.byte(text, end + 1).hexadecimalValue != nil,
        Boundary.byte(text, end + 2).hexadecimalValue != nil
      {
        end += 3
      } else if AWSSecretKey.isBase64(byte) || byte == .minus || byte == UInt8(ascii: "=")
        || byte == UInt8(ascii: "_")
      {
        end += 1
      } else {
        break
      }
      length += 1
    }
    end = min(end, value.end)
    guard (30...60).contains(length), !Boundary.isWord(Boundary.byte(text, end)),
      length == 43 || length == 44 || hasSibling(text, value.start, end),
      !Dummy.isPlaceholder(text, value.start, end),
      !References.isReplacement(text, value.start, end),
      Entropy.bits(text, value.start, end) >= 3.5
    else { return }
    hits.add(.azureSecret, value.start, end, confidence: 3)
  }

  /// Whether `se=`, `sp=`, `sr=`, `st=` or `sv=` stands within 120 bytes before or 60 behind.
  private static func hasSibling(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for offset in max(1, start - 120)..<min(text.count, end + 60) {
      guard text[offset] == UInt8(ascii: "s"), Boundary.byte(text, offset + 2) == UInt8(ascii: "=")
      else { continue }
      let before = text[offset - 1]
      guard before == UInt8(ascii: "&") || before == UInt8(ascii: "?") else { continue }
      switch Boundary.byte(text, offset + 1) {
      case UInt8(ascii: "e"), UInt8(ascii: "p"), UInt8(ascii: "r"), UInt8(ascii: "t"),
        UInt8(ascii: "v"):
        return true
      default: break
      }
    }
    return false
  }

  /// Notes a client secret at its first `~` behind a digit and `Q`.
  static func findTilde(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {
    guard Boundary.byte(text, offset - 1) == UInt8(ascii: "Q"),
      Boundary.byte(text, offset - 2).isDigit, hits.wants(.azureSecret)
    else { return }
    let start = offset - 5
    guard start >= 0, !isPart(Boundary.byte(text, start - 1)) else { return }
    for place in start..<start + 3 where !isPart(text[place]) || text[place] == .minus { return }
    var end = offset + 1
    while end < text.count, end - offset <= 40, isPart(text[end]) { end += 1 }
    if text[end - 1] == .dot, end - offset - 1 > 31 { end -= 1 }
    guard (31...34).contains(end - offset - 1), Boundary.byte(text, end) != .slash,
      !Dummy.isPlaceholder(text, start, end), Entropy.bits(text, start, end) >= 3
    else { return }
    hits.add(.azureSecret, start, end, confidence: 3)
  }

  /// `[A-Za-z0-9_~.-]`.
  private static func isPart(_ byte: UInt8) -> Bool {
    Boundary.isWord(byte) || byte == UInt8(ascii: "~") || byte == .dot || byte == .minus
  }
}
