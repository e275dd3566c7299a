import Bytes

/// Tokens inside which no kind may match: UUIDs and ISO date-times (spec/redaction.md, section 1).
///
/// They are looked for around the ends of a hit only, so that a text without hits pays nothing and
/// each hit the same. A hit that contains a whole token keeps it: keys are made of UUIDs, and a
/// block in PEM may have a date in it.
enum Shield {
  /// How far behind its first `-` a token may reach, and before it.
  private static let reach = 44
  private static let lead = 8

  /// Whether a hit lies inside of such a token, or cuts one.
  static func covers(_ hit: Hit, in text: Span<UInt8>) -> Bool {
    // Most hits have no `-` near either end.
    let near = text.extracting(0..<min(text.count, hit.end + lead))
    let from = max(0, hit.start - reach)
    if ByteScan.firstIndex(of: .minus, in: near, from: from) == nil { return false }
    return isCut(hit, at: hit.start, in: text) || isCut(hit, at: hit.end - 1, in: text)
  }

  /// Whether a token that is not all of it in the hit has the byte at `place`.
  private static func isCut(_ hit: Hit, at place: Int, in text: Span<UInt8>) -> Bool {
    let near = text.extracting(0..<min(text.count, place + lead + 1))
    var from = max(0, place - reach)
    while let dash = ByteScan.firstIndex(of: .minus, in: near, from: from) {
      let (start, end) = token(text, dash)
      if start <= place, place < end, start < hit.start || hit.end < end { return true }
      from = dash + 1
    }
    return false
  }

  /// The token whose first `-` stands at an offset; empty where there is none.
  private static func token(_ text: Span<UInt8>, _ dash: Int) -> (start: Int, end: Int) {
    if let end = endOfUUID(text, dash - 8) { return (dash - 8, end) }
    if let end = endOfTime(text, dash - 4) { return (dash - 4, end) }
    return (dash, dash)
  }

  /// The offset behind the UUID that begins at `start`: 8-4-4-4-12 hexadecimal digits.
  ///
  /// A `_` before or behind it belongs to a name around it, such as `req_`.
  static func endOfUUID(_ text: Span<UInt8>, _ start: Int) -> Int? {
    guard start >= 0, start + 36 <= text.count, text[start + 8] == .minus,
      text[start + 13] == .minus, text[start + 18] == .minus, text[start + 23] == .minus,
      areHex(text, start, 0), areHex(text, start + 9, 0x1D << 32),
      areHex(text, start + 17, 0x1D << 8 | 0x1D << 48), areHex(text, start + 24, 0),
      areHex(text, start + 28, 0), !Boundary.isAlphanumeric(Boundary.byte(text, start - 1)),
      !Boundary.isAlphanumeric(Boundary.byte(text, start + 36))
    else { return nil }
    return start + 36
  }

  /// Whether eight bytes are hexadecimal digits, once `dashes` has made a `0` of each `-` (0x1D).
  ///
  /// Bytes below 0x80 to which less than 0x80 is added stay in their places, and the highest bit
  /// says which of them reach it.
  private static func areHex(_ text: Span<UInt8>, _ start: Int, _ dashes: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let word = ByteScan.littleEndianWord(in: text, at: start) ^ dashes
    let small = word | 0x20 &* ones
    let digits = (word &+ (0x80 - 0x30) &* ones) & ~(word &+ (0x80 - 0x3A) &* ones)
    let letters = (small &+ (0x80 - 0x61) &* ones) & ~(small &+ (0x80 - 0x67) &* ones)
    return (word | ~(digits | letters)) & (0x80 &* ones) == 0
  }

  /// The offset behind the date and time that begin at `start`, with the fraction of the second
  /// and the zone, where they are there: `2026-03-01T09:30:00.123456+01:00`.
  private static func endOfTime(_ text: Span<UInt8>, _ start: Int) -> Int? {
    let between = Boundary.byte(text, start + 10)
    guard between == .space || between.lowercased == UInt8(ascii: "t"),
      Boundary.byte(text, start + 7) == .minus, Boundary.byte(text, start + 13) == .colon,
      areDigits(text, start, 4), areDigits(text, start + 5, 2), areDigits(text, start + 8, 2),
      areDigits(text, start + 11, 2), !continues(text, start)
    else { return nil }
    var end = start + 14
    if areDigits(text, end, 2) { end += 2 }
    if Boundary.byte(text, end) == .colon, areDigits(text, end + 1, 2) { end += 3 }
    let mark = Boundary.byte(text, end)
    if mark == .dot || mark == .comma, areDigits(text, end + 1, 1) {
      end += 2
      let limit = end + 8
      while end < limit, Boundary.byte(text, end).isDigit { end += 1 }
    }
    return endOfZone(text, end)
  }

  /// Whether a word goes on over `start`: a password may end in a date, with a time behind it.
  private static func continues(_ text: Span<UInt8>, _ start: Int) -> Bool {
    let before = Boundary.byte(text, start - 1)
    return Boundary.isWord(before) || before == .minus
  }

  private static func endOfZone(_ text: Span<UInt8>, _ start: Int) -> Int {
    let sign = Boundary.byte(text, start)
    if sign.lowercased == UInt8(ascii: "z") { return start + 1 }
    guard sign == UInt8(ascii: "+") || sign == .minus, areDigits(text, start + 1, 2) else {
      return start
    }
    let minutes = Boundary.byte(text, start + 3) == .colon ? start + 4 : start + 3
    return areDigits(text, minutes, 2) ? minutes + 2 : start + 3
  }

  private static func areDigits(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Bool {
    for offset in start..<start + count where !Boundary.byte(text, offset).isDigit {
      return false
    }
    return true
  }
}
