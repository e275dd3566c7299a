/// A slow validator that shares nothing with the code under test: characters instead of bytes,
/// and the standard library's idea of UTF-8.
struct ReferenceJSON {
  private let text: [Unicode.Scalar]
  private var place = 0

  /// Whether a line is one object of RFC 8259 in UTF-8, nested at most 512 deep.
  static func accepts(_ line: [UInt8]) -> Bool { accepts(line) { $0 == "{" } }

  /// Whether a text is any one value.
  static func acceptsValue(_ text: [UInt8]) -> Bool { accepts(text) { _ in true } }

  private static func accepts(
    _ line: [UInt8], beginningWith isWanted: (Unicode.Scalar?) -> Bool
  ) -> Bool {
    guard let text = String(validating: line, as: UTF8.self) else { return false }
    var reference = ReferenceJSON(text: Array(text.unicodeScalars))
    reference.skipBlanks()
    guard isWanted(reference.peek), reference.value(512) else { return false }
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
