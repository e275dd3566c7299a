import Bytes

/// Values that say where a secret is, or what takes its place, instead of what it is: paths, URLs,
/// variables, calls, templates, hashes, times, and what kt-redact itself has put in.
enum References {
  /// Whether `value` is one, of the shape `shape`.
  static func covers(
    _ text: Span<UInt8>, _ value: AssignedValue, _ shape: ValueShape
  ) -> Bool {
    let (start, end) = (value.start, value.end)
    return Dummy.isPlaceholder(text, start, end) || beginsAsOne(text, start, end, shape)
      || holdsMark(text, value) || isReplacement(text, start, end)
      || isUUID(text, start, end) || isDate(text, start)
      || !value.isQuoted && isCode(text, value, shape)
      || isDottedName(text, start, end, shape) || isConstantName(text, start, end, shape)
  }

  private static func beginsAsOne(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ shape: ValueShape
  ) -> Bool {
    let second = Boundary.byte(text, start + 1)
    switch text[start] {
    case UInt8(ascii: "$"):
      // A variable; but `$2b$10$...` is a hash of a password, and `$ecret1` may be one.
      return second == .openBrace || second == UInt8(ascii: "(")
        || shape.marks == 1 && shape.count == shape.uppers + shape.digits + shape.underscores + 1
        || shape.marks == 1 && shape.isReadable
    case UInt8(ascii: "%"): return text[end - 1] == UInt8(ascii: "%") || second == UInt8(ascii: "(")
    case .slash: return shape.slashes > 1 || shape.isReadable
    case .dot: return second == .slash || second == .dot
    case UInt8(ascii: "~"): return second == .slash
    case UInt8(ascii: "<"), .openBracket, .openBrace, UInt8(ascii: "("): return true
    case UInt8(ascii: "@"), UInt8(ascii: "&"), UInt8(ascii: ":"), UInt8(ascii: "!"):
      return shape.marks == 1 && shape.isReadable
    case UInt8(ascii: "a"), UInt8(ascii: "A"): return has("arn:", text, start)
    case UInt8(ascii: "d"): return has("data:", text, start)
    case UInt8(ascii: "e"): return has("env:", text, start) || has("env.", text, start)
    case UInt8(ascii: "f"): return has("file:", text, start)
    case UInt8(ascii: "k"): return has("kms:", text, start)
    case UInt8(ascii: "m"): return has("md5:", text, start) || has("md5-", text, start)
    case UInt8(ascii: "s"): return beginsWithHash(text, start) || has("ssm:", text, start)
    case UInt8(ascii: "u"): return has("urn:", text, start)
    case UInt8(ascii: "v"): return has("vault:", text, start)
    default: return false
    }
  }

  /// `sha256:`, `sha512-`, `ssh-ed25519`.
  private static func beginsWithHash(_ text: Span<UInt8>, _ start: Int) -> Bool {
    if has("ssh-", text, start) { return true }
    guard has("sha", text, start) else { return false }
    var offset = start + 3
    while offset < start + 7, Boundary.byte(text, offset).isDigit { offset += 1 }
    let sign = Boundary.byte(text, offset)
    return offset > start + 3 && (sign == .colon || sign == .minus)
  }

  private static func has(_ word: StaticString, _ text: Span<UInt8>, _ start: Int) -> Bool {
    WordCheck.stands(word, at: start, in: text)
  }

  /// A template, a mask, a URL or a word of placeholders inside.
  private static func holdsMark(_ text: Span<UInt8>, _ value: AssignedValue) -> Bool {
    let closed = text[value.end - 1] == .closeBrace || text[value.end - 1] == UInt8(ascii: ")")
    for offset in value.start..<value.end {
      let next = Boundary.byte(text, offset + 1)
      switch text[offset] {
      case UInt8(ascii: "$"), UInt8(ascii: "#"):
        if next == .openBrace, closed { return true }
      case .openBrace:
        if next == .openBrace && closed || next == .closeBrace { return true }
      case UInt8(ascii: "*"):
        if next == UInt8(ascii: "*"), Boundary.byte(text, offset + 2) == next { return true }
      case .colon:
        if next == .slash, Boundary.byte(text, offset + 2) == .slash { return true }
      case UInt8(ascii: "-"), UInt8(ascii: "="):
        if next == UInt8(ascii: ">") { return true }
      case 0xE2:  // • is E2 80 A2
        if next == 0x80, Boundary.byte(text, offset + 2) == 0xA2 { return true }
      case UInt8(ascii: "x"), UInt8(ascii: "X"):
        if has("xxxx", text, offset) { return true }
      case UInt8(ascii: "y"), UInt8(ascii: "Y"):
        if has("your_", text, offset) || has("your-", text, offset) { return true }
      case UInt8(ascii: "p"), UInt8(ascii: "P"):
        if has("placeholder", text, offset) { return true }
      case UInt8(ascii: "a"):
        if has("abcdefghijklmnopqrstuvwxyz", text, offset) { return true }
      default: break
      }
    }
    return false
  }

  /// A pseudonym: `EMAIL_ADDRESS_a1_` and 32 hexadecimal digits.
  static func isReplacement(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start > 36, text[end - 33] == UInt8(ascii: "_") else { return false }
    for offset in end - 32..<end where text[offset].hexadecimalValue == nil { return false }
    return PlaceholderName.covers(start, start + 1, of: text)
  }

  static func isUUID(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 36, text[start + 8] == .minus, text[start + 13] == .minus,
      text[start + 18] == .minus, text[start + 23] == .minus
    else { return false }
    for offset in start..<start + 36 where text[offset] != .minus {
      if text[offset].hexadecimalValue == nil { return false }
    }
    return end - start == 36 || !Boundary.isWord(text[start + 36])
  }

  /// `2026-01-31` and what follows it.
  private static func isDate(_ text: Span<UInt8>, _ start: Int) -> Bool {
    for place in 0..<10 {
      let byte = Boundary.byte(text, start + place)
      guard place == 4 || place == 7 ? byte == .minus : byte.isDigit else { return false }
    }
    return true
  }

  /// A call, an index or a path through names: `get_token(2)`, `os.environ["X1"]`, `a::b1`.
  private static func isCode(
    _ text: Span<UInt8>, _ value: AssignedValue, _ shape: ValueShape
  ) -> Bool {
    // An unquoted value ends at a quote, so a call may be cut: `os.environ[`, `env(`.
    let last = text[value.end - 1]
    if last == UInt8(ascii: "(") || last == .openBracket { return true }
    guard shape.marks > 0 else { return false }
    var offset = value.start
    while offset < value.end, Boundary.isWord(text[offset]) || text[offset] == .dot { offset += 1 }
    guard offset > value.start, offset < value.end else { return false }
    let mark = text[offset]
    if mark == UInt8(ascii: "(") || mark == .openBracket {
      for behind in offset..<value.end
      where text[behind] == (mark == .openBracket ? .closeBracket : UInt8(ascii: ")")) {
        return true
      }
      return shape.isReadable
    }
    return mark == .colon && Boundary.byte(text, offset + 1) == .colon
  }

  /// `config.password1`, `this.apiKey2`: words with dots between.
  private static func isDottedName(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ shape: ValueShape
  ) -> Bool {
    guard shape.dots > 0, shape.marks == 0, shape.slashes == 0, shape.isReadable else {
      return false
    }
    var isFirst = true
    for offset in start..<end {
      let byte = text[offset]
      if isFirst, !byte.isLetter, byte != UInt8(ascii: "_") { return false }
      isFirst = byte == .dot
    }
    return !isFirst
  }

  /// `DB_PASSWORD_1`: a name in capitals.
  private static func isConstantName(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ shape: ValueShape
  ) -> Bool {
    shape.lowers == 0 && shape.underscores > 0 && text[start].isLetter && shape.isReadable
      && shape.uppers + shape.digits + shape.underscores == shape.count
  }
}
