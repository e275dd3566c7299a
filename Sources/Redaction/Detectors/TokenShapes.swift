import Bytes

/// Secrets without a prefix worth the name, told by the shape of a word token that has a digit:
/// Twilio's, Mailchimp's, MaxMind's, Telegram's and Discord's (spec/redaction.md, section 3).
enum TokenShapes {
  /// Looks at the word token `start ..< end`.
  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    let next = Boundary.byte(text, end)
    switch end - start {
    case 34: findTwilio(text, start, end, into: &hits)
    case 32 where next == .minus: findMailchimp(text, start, end, into: &hits)
    case 40 where text[end - 4] == UInt8(ascii: "_"): findMaxMind(text, start, end, into: &hits)
    case 8...13 where next == .colon: findTelegram(text, start, end, into: &hits)
    default: break
    }
    if text[start] &- UInt8(ascii: "M") < 3, hits.wants(.vendorToken) {
      findDiscord(text, start, into: &hits)
    }
  }

  /// `SK` (API keys) or `AC` (accounts) and 32 hexadecimal digits.
  private static func findTwilio(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    guard ByteScan.hasWord(text, at: start, "SK") || ByteScan.hasWord(text, at: start, "AC"),
      isRun(of: .hex, text, start + 2, end), isRandom(text, start + 2, end, 2.5)
    else { return }
    hits.add(.twilioKey, start, end, confidence: 3)
  }

  /// 32 hexadecimal digits, `-us`, and the number of a data center.
  private static func findMailchimp(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    guard ByteScan.hasWord(text, at: end, "-us"), Boundary.byte(text, end + 3).isDigit,
      isRun(of: .lowerAlphanumeric, text, start, end)
    else { return }
    let last = Boundary.byte(text, end + 4).isDigit ? end + 5 : end + 4
    guard !Boundary.isWord(Boundary.byte(text, last)), isRandom(text, start, end, 2.5) else {
      return
    }
    hits.add(.vendorToken, start, last, confidence: 3)
  }

  /// Six characters, `_`, 29 characters, `_mmk`.
  private static func findMaxMind(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    guard ByteScan.hasWord(text, at: end - 4, "_mmk"), text[start + 6] == UInt8(ascii: "_"),
      isRun(of: .alphanumeric, text, start, start + 6),
      isRun(of: .alphanumeric, text, start + 7, end - 4),
      isRandom(text, start + 7, end - 4, 3)
    else { return }
    hits.add(.vendorToken, start, end, confidence: 3)
  }

  /// The number of a bot, `:`, and 35 characters of which the first is an `A`; in addresses, `bot`
  /// stands before the number.
  private static func findTelegram(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    let number = ByteScan.hasWord(text, at: start, "bot") ? start + 3 : start
    let secret = end + 1
    guard (8...10).contains(end - number), isRun(of: .digits, text, number, end),
      Boundary.byte(text, secret) == UInt8(ascii: "A"),
      isRun(of: .base64URL, text, secret, secret + 35),
      !Boundary.isWord(Boundary.byte(text, secret + 35)),
      isRandom(text, secret, secret + 35, 3.5)
    else { return }
    hits.add(.vendorToken, number, secret + 35, confidence: 3)
  }

  /// A bot's number in Base64 (so it begins with M, N or O), a time of six characters, and a
  /// signature.
  private static func findDiscord(_ text: Span<UInt8>, _ start: Int, into hits: inout Hits) {
    let first = run(text, start, 27)
    guard (24...26).contains(first), Boundary.byte(text, start + first) == .dot else { return }
    let time = start + first + 1
    guard run(text, time, 7) == 6, Boundary.byte(text, time + 6) == .dot else { return }
    let signature = time + 7
    let length = run(text, signature, 39)
    guard (27...38).contains(length), isRandom(text, signature, signature + length, 3) else {
      return
    }
    hits.add(.vendorToken, start, signature + length, confidence: 3)
  }

  private static func run(_ text: Span<UInt8>, _ start: Int, _ longest: Int) -> Int {
    var length = 0
    while length < longest, ByteSet.base64URL.contains(Boundary.byte(text, start + length)) {
      length += 1
    }
    return length
  }

  private static func isRun(
    of set: ByteSet, _ text: Span<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    for offset in start..<end where !set.contains(Boundary.byte(text, offset)) { return false }
    return true
  }

  private static func isRandom(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ entropy: Double
  ) -> Bool {
    !Dummy.isPlaceholder(text, start, end) && Entropy.bits(text, start, end) >= entropy
  }
}
