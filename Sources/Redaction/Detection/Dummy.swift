import Bytes

/// Placeholders that stand where a secret would (spec/redaction.md, section 1, D).
enum Dummy {
  /// Whether the token at `start ..< end` is a placeholder.
  static func isPlaceholder(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if isMonotonous(text, start, end) { return true }
    let token = text.extracting(start..<end)
    return hasMark(token) || isVariable(token) || isLiteral(token)
  }

  /// Whether the last half has two or fewer distinct characters.
  private static func isMonotonous(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let half = start + (end - start) / 2
    guard half < end else { return true }
    let first = text[half]
    var second = first
    for offset in half..<end where text[offset] != first && text[offset] != second {
      if second != first { return false }
      second = text[offset]
    }
    return true
  }

  /// Whether a token begins or ends as what people write where a secret will be.
  private static func hasMark(_ token: Span<UInt8>) -> Bool {
    switch token[0].lowercased {
    case UInt8(ascii: "x"): if begins(token, "xxxx") { return true }
    case UInt8(ascii: "*"): if begins(token, "****") { return true }
    case .dot: if begins(token, "...") { return true }
    case UInt8(ascii: "y"): if begins(token, "your_") || begins(token, "your-") { return true }
    case UInt8(ascii: "e"): if begins(token, "example") { return true }
    case UInt8(ascii: "r"): if begins(token, "redacted") { return true }
    case UInt8(ascii: "<"): if ends(token, ">") { return true }
    case .openBracket: if ends(token, "]") { return true }
    default: break
    }
    return ends(token, "xxxx") || ends(token, "****") || ends(token, "...")
      || ends(token, "example") || ends(token, "redacted")
  }

  /// Whether a token is the name of a variable that a secret will be put in for: `${NAME}`,
  /// `{{name}}`, `{0}`, `$(command)`, `$NAME`, `%NAME%`, `@NAME@`, `%s`.
  ///
  /// A name has letters of one case, and `_`: `$ecretPa55` is none.
  private static func isVariable(_ token: Span<UInt8>) -> Bool {
    let count = token.count
    switch token[0] {
    case UInt8(ascii: "$"):
      if begins(token, "${") { return ends(token, "}") }
      if begins(token, "$(") { return ends(token, ")") }
      return isName(token, 1, count)
    case UInt8(ascii: "%"), UInt8(ascii: "@"):
      if count == 2 { return token[0] == UInt8(ascii: "%") && token[1].isLetter }
      return token[count - 1] == token[0] && isName(token, 1, count - 1)
    case .openBrace:
      if begins(token, "{{") { return ends(token, "}") }
      return ends(token, "}") && (count <= 4 || isName(token, 1, count - 1))
    default: return false
    }
  }

  private static func isName(_ token: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    var (hasUpper, hasLower) = (false, false)
    for offset in start..<end {
      let byte = token[offset]
      guard byte.isLetter || byte == UInt8(ascii: "_") else { return false }
      if byte &- 0x41 < 26 { hasUpper = true }
      if byte &- 0x61 < 26 { hasLower = true }
    }
    return hasUpper != hasLower
  }

  private static func isLiteral(_ token: Span<UInt8>) -> Bool {
    guard token.count <= 5 else { return false }
    return ByteScan.hasWord(token, ignoringCaseOf: "null")
      || ByteScan.hasWord(token, ignoringCaseOf: "none")
      || ByteScan.hasWord(token, ignoringCaseOf: "true")
      || ByteScan.hasWord(token, ignoringCaseOf: "false")
  }

  private static func begins(_ token: Span<UInt8>, _ word: StaticString) -> Bool {
    WordCheck.stands(word, at: 0, in: token)
  }

  private static func ends(_ token: Span<UInt8>, _ word: StaticString) -> Bool {
    WordCheck.stands(word, at: token.count - word.utf8CodeUnitCount, in: token)
  }
}
