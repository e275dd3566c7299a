import TestSupport

/// A slow validator that shares nothing with the code under test: characters instead of bytes,
/// and the standard library's idea of UTF-8.
struct ReferenceJSON {
  private let text: [Unicode.Scalar]
  private var place = 0

  /// Whether a line is one object of RFC 8259 in UTF-8, nested at most 512 deep.
  static func accepts(_ line: [UInt8]) -> Bool {
    guard let text = String(validating: line, as: UTF8.self) else { return false }
    var reference = ReferenceJSON(text: Array(text.unicodeScalars))
    reference.skipBlanks()
    guard reference.peek == "{", reference.value(512) else { return false }
    reference.skipBlanks()
    return reference.peek == nil
  }

  private init(text: [Unicode.Scalar]) { self.text = text }

  private var peek: Unicode.Scalar? { place < text.count ? text[place] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    place += 1
    return true
  }

  private mutating func take(anyOf scalars: String) -> Bool {
    guard let peek, scalars.unicodeScalars.contains(peek) else { return false }
    place += 1
    return true
  }

  private mutating func skipBlanks() { while take(anyOf: " \t\n\r") {} }

  private mutating func value(_ depth: Int) -> Bool {
    switch peek {
    case "{": depth > 0 && list("{", "}", depth - 1) { $0.string() && $0.colon() && $0.value($1) }
    case "[": depth > 0 && list("[", "]", depth - 1) { $0.value($1) }
    case "\"": string()
    case "t": word("true")
    case "f": word("false")
    case "n": word("null")
    default: number()
    }
  }

  private mutating func list(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ depth: Int,
    _ item: (inout ReferenceJSON, Int) -> Bool
  ) -> Bool {
    guard take(open) else { return false }
    skipBlanks()
    if take(close) { return true }
    repeat {
      skipBlanks()
      guard item(&self, depth) else { return false }
      skipBlanks()
    } while take(",")
    return take(close)
  }

  private mutating func colon() -> Bool {
    skipBlanks()
    guard take(":") else { return false }
    skipBlanks()
    return true
  }

  private mutating func word(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { take($0) }
  }

  private mutating func string() -> Bool {
    guard take("\"") else { return false }
    while let scalar = peek {
      place += 1
      if scalar == "\"" { return true }
      if scalar.value < 0x20 { return false }
      guard scalar == "\\" else { continue }
      if take("u") {
        for _ in 0..<4 where !take(anyOf: "0123456789abcdefABCDEF") { return false }
      } else if !take(anyOf: "\"\\/bfnrt") {
        return false
      }
    }
    return false
  }

  private mutating func digits() -> Bool {
    let start = place
    while take(anyOf: "0123456789") {}
    return place > start
  }

  private mutating func number() -> Bool {
    _ = take("-")
    if !take("0"), !digits() { return false }
    if take("."), !digits() { return false }
    if take(anyOf: "eE") {
      _ = take(anyOf: "+-")
      return digits()
    }
    return true
  }
}

/// Writes random JSON documents: every kind of token, spacing and escape.
struct RandomJSON {
  var random: SeededGenerator

  mutating func object(_ depth: Int = 4) -> String {
    list("{", "}", depth) { $0.string() + $0.blank() + ":" + $0.blank() + $0.value($1) }
  }

  private mutating func value(_ depth: Int) -> String {
    switch random.below(depth > 0 ? 9 : 7) {
    case 0: random.pick(["true", "false", "null"])
    case 1...3: string()
    case 4...6:
      random.pick(["0", "-0", "12", "-1.5", "1e5", "1E-7", "0.10", "9007199254740993", "2e+400"])
    case 7: object(depth)
    default: list("[", "]", depth) { $0.value($1) }
    }
  }

  private mutating func list(
    _ open: String, _ close: String, _ depth: Int, _ item: (inout RandomJSON, Int) -> String
  ) -> String {
    let items = (0..<random.below(4)).map { _ in blank() + item(&self, depth - 1) + blank() }
    return open + (items.isEmpty ? blank() : items.joined(separator: ",")) + close
  }

  private mutating func blank() -> String {
    random.pick(["", "", "", "", " ", "\t", "\r", "\n", "  \r\n"])
  }

  private mutating func string() -> String {
    let pieces = (0..<random.below(6)).map { _ in
      random.pick([
        "a", "team", " ", "\\n", "\\\"", "\\\\", "\\/", "\\u00e9", "\\uD83D\\uDE00", "\\ud800",
        "é", "€", "😀", "\u{7F}", "\u{2028}", "{", "]", ":", ",", "a longer run of plain text",
      ])
    }
    return "\"" + pieces.joined() + "\""
  }
}
