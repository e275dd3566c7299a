import Bytes

/// The value behind a sign: from the first byte behind an opening quote, if there is one, to the
/// closing quote, or else to a space, a quote, `,`, `;`, `<`, `\` or a letter of no Western script.
struct AssignedValue {
  /// The longest value that is looked at.
  static let longest = 2048
  /// How many `:` and `=` a value may hold: a text made of names and signs alone costs only so
  /// many times its length.
  private static let mostSigns = 6

  /// The offset of the first byte.
  private(set) var start: Int
  /// The offset behind the last byte.
  private(set) var end: Int
  /// Whether it stands between quotes, or is a whole string.
  let isQuoted: Bool

  /// A value that is known already.
  init(start: Int, end: Int, isQuoted: Bool) {
    self.start = start
    self.end = end
    self.isQuoted = isQuoted
  }

  /// The value that begins at or behind `offset`, where spaces may stand first; nil where there is
  /// none, or it holds a space between its quotes.
  ///
  /// `endsAtAmpersand` is for signs `=`, which queries have.
  init?(_ text: Span<UInt8>, at offset: Int, endsAtAmpersand: Bool) {
    var start = Self.skipSpaces(text, from: offset)
    start = Self.skipBlockMark(text, at: start)
    if Boundary.byte(text, start) == UInt8(ascii: "*") {
      start += Boundary.byte(text, start + 1) == UInt8(ascii: "*") ? 2 : 1
      start = Self.skipSpaces(text, from: start)
    }
    if Self.isLiteralPrefix(Boundary.byte(text, start)),
      AssignedName.isQuote(Boundary.byte(text, start + 1))
    {
      start += 1
    }
    var isEscaped = false
    var slashes = 0
    while slashes < 4, Boundary.byte(text, start + slashes) == .backslash { slashes += 1 }
    if slashes > 0, AssignedName.isQuote(Boundary.byte(text, start + slashes)) {
      start += slashes
      isEscaped = true
    }
    let quote = Boundary.byte(text, start)
    if AssignedName.isQuote(quote) {
      start += 1
      start = Self.skipScheme(text, at: start)
      guard let end = Self.closing(quote, isEscaped, text, from: start) else { return nil }
      self.init(start: start, end: end, isQuoted: true)
    } else {
      start = Self.skipScheme(text, at: start + Self.curvedQuote(text, start))
      let end = Self.unquotedEnd(text, start, endsAtAmpersand)
      self.init(start: start, end: end, isQuoted: false)
    }
    if start >= end { return nil }
  }

  /// The offset of a closing quote, or nil where a space or the end of the line comes first.
  private static func closing(
    _ quote: UInt8, _ isEscaped: Bool, _ text: Span<UInt8>, from start: Int
  ) -> Int? {
    var offset = start
    var signs = 0
    while offset < text.count, offset - start < longest {
      let byte = text[offset]
      if byte == quote || isEscaped && byte == .backslash { return offset }
      if byte <= .space { return nil }
      if byte == .colon || byte == UInt8(ascii: "=") {
        signs += 1
        if signs > mostSigns { return nil }
      }
      offset += byte == .backslash ? 2 : 1
    }
    return nil
  }

  private static func unquotedEnd(
    _ text: Span<UInt8>, _ start: Int, _ endsAtAmpersand: Bool
  ) -> Int {
    var end = start
    var signs = 0
    var isName = true
    while end < text.count, end - start <= longest {
      let byte = text[end]
      if byte.isLetter {
        end += 1
        continue
      }
      if byte >= 0xC3, byte < 0xDA {
        // Two bytes: a Latin, Greek, Cyrillic or Hebrew letter.
        end += 2
        continue
      }
      if isEnd(byte) || byte == UInt8(ascii: "&") && endsAtAmpersand { break }
      if byte == .colon || byte == UInt8(ascii: "=") {
        // `token=...` in `secret: token=...` is looked at from its own sign.
        let next = Boundary.byte(text, end + 1)
        if isName, end - start > 2, next != UInt8(ascii: "="), !isEnd(next) { return start }
        signs += 1
        if signs > mostSigns { return start }
      } else if byte != UInt8(ascii: "_") {
        isName = false
      }
      end += 1
    }
    end = min(end, text.count)
    if end - start > longest { return start }
    for _ in 0..<3 where end > start {
      guard isTrailing(text, end - 1) || isUnopened(text[end - 1], text, start, end) else { break }
      end -= 1
    }
    return end
  }

  /// Whether a byte ends a value without quotes.
  private static func isEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...UInt8.space, .quote, UInt8(ascii: "'"), UInt8(ascii: "`"), .comma, .backslash,
      UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: "|"), 0x7F...0xC2, 0xDA...0xFF:
      true
    default: false
    }
  }

  /// Whether a byte at the end of a value is rather the sentence's, or Markdown's; passwords end in
  /// `!`, `?` and `*` often enough.
  private static func isTrailing(_ text: Span<UInt8>, _ last: Int) -> Bool {
    switch text[last] {
    case .dot, .colon: true
    case UInt8(ascii: "*"):
      Boundary.byte(text, last - 1) == UInt8(ascii: "*")
        || Boundary.byte(text, last + 1) == UInt8(ascii: "*")
    default: false
    }
  }

  /// Whether a bracket at the end closes none of the value.
  private static func isUnopened(
    _ byte: UInt8, _ text: Span<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    let opening: UInt8
    switch byte {
    case UInt8(ascii: ")"): opening = UInt8(ascii: "(")
    case .closeBracket: opening = .openBracket
    case .closeBrace: opening = .openBrace
    case UInt8(ascii: ">"): return true
    default: return false
    }
    for offset in start..<end where text[offset] == opening { return false }
    return true
  }

  /// The offset behind `Bearer ` and its like.
  private static func skipScheme(_ text: Span<UInt8>, at start: Int) -> Int {
    let first = Boundary.byte(text, start) | 0x20
    guard first == UInt8(ascii: "b") || first == UInt8(ascii: "t") else { return start }
    if WordCheck.stands("bearer ", at: start, in: text) { return start + 7 }
    if WordCheck.stands("basic ", at: start, in: text) { return start + 6 }
    if WordCheck.stands("token ", at: start, in: text) { return start + 6 }
    return start
  }

  /// The offset behind the mark of a YAML block, `|` or `>`, and its line break.
  private static func skipBlockMark(_ text: Span<UInt8>, at start: Int) -> Int {
    let mark = Boundary.byte(text, start)
    guard mark == UInt8(ascii: "|") || mark == UInt8(ascii: ">") else { return start }
    var offset = start + 1
    if Boundary.byte(text, offset) == .minus { offset += 1 }
    if Boundary.byte(text, offset) == .carriageReturn { offset += 1 }
    guard Boundary.byte(text, offset) == .newline else { return start }
    return skipSpaces(text, from: offset + 1)
  }

  /// The length of an opening curved or corner quote.
  private static func curvedQuote(_ text: Span<UInt8>, _ start: Int) -> Int {
    if Boundary.byte(text, start) < 0xE2 { return 0 }
    let (first, second, third) = (
      Boundary.byte(text, start), Boundary.byte(text, start + 1), Boundary.byte(text, start + 2)
    )
    if first == 0xE2, second == 0x80, third == 0x9C || third == 0x98 || third == 0x9E { return 3 }
    return first == 0xE3 && second == 0x80 && third == 0x8C ? 3 : 0
  }

  /// `@"..."` of Objective-C, `b"..."`, `r"..."` and `u"..."` of Python, and others.
  private static func isLiteralPrefix(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "b"), UInt8(ascii: "r"), UInt8(ascii: "u"), UInt8(ascii: "l"): true
    default: byte == UInt8(ascii: "@") || byte == .openBracket
    }
  }

  /// The offset behind spaces and tabs; at most 32 are skipped.
  static func skipSpaces(_ text: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset - start < 32 {
      let byte = Boundary.byte(text, offset)
      guard byte == .space || byte == .tab else { break }
      offset += 1
    }
    return offset
  }
}
