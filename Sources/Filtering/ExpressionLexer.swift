import Bytes

/// What an expression is made of.
enum Token: Equatable {
  /// A name: a canonical field, a keyword, or true, false and null.
  case word(String)
  /// A raw path, which begins with a dot.
  case path(String)
  /// A text in quotes, unescaped.
  case string([UInt8])
  /// A number in the grammar of JSON, or a bare date, time or span.
  case number(String)
  /// An operator or a bracket.
  case symbol(String)
  /// Behind the last token.
  case end
}

/// Cuts an expression into tokens, each with the offset where it begins.
struct ExpressionLexer {
  let text: String
  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// A problem at an offset of the expression.
  func problem(_ reason: String, at offset: Int) -> SelectionProblem {
    SelectionProblem(option: "--where", reason, in: text, at: offset)
  }

  /// The next token and where it begins.
  mutating func next() throws(SelectionProblem) -> (token: Token, offset: Int) {
    while offset < bytes.count, bytes[offset] <= .space { offset += 1 }
    guard offset < bytes.count else { return (.end, offset) }
    let start = offset
    switch bytes[start] {
    case .quote, UInt8(ascii: "'"): return (.string(try string()), start)
    case .dot: return (.path(name()), start)
    case .minus, .zero...(.nine):
      offset += 1
      while offset < bytes.count, Self.isNumberPart(bytes[offset]) { offset += 1 }
      return (.number(slice(from: start)), start)
    case let byte where FieldPathCharacter.begins(byte): return (.word(name()), start)
    default: return (.symbol(try symbol()), start)
    }
  }

  private func slice(from start: Int) -> String {
    String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private static func isNumberPart(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isLetter || byte == .dot || byte == .minus || byte == .colon
      || byte == UInt8(ascii: "+")
  }

  /// A name or path: plain characters, dots, `[]`, and quoted parts behind a dot.
  private mutating func name() -> String {
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == .quote, offset > start, bytes[offset - 1] == .dot {
        offset += 1
        while offset < bytes.count, bytes[offset] != .quote {
          offset += bytes[offset] == .backslash ? 2 : 1
        }
        offset = min(offset + 1, bytes.count)
      } else if FieldPathCharacter.continues(byte) {
        offset += 1
      } else {
        break
      }
    }
    return slice(from: start)
  }

  /// A text in single or double quotes, with the escapes of JSON.
  private mutating func string() throws(SelectionProblem) -> [UInt8] {
    let start = offset
    let quote = bytes[start]
    var result: [UInt8] = []
    offset += 1
    while offset < bytes.count, bytes[offset] != quote {
      if bytes[offset] == .backslash {
        result += try escape()
      } else {
        result.append(bytes[offset])
        offset += 1
      }
    }
    guard offset < bytes.count else { throw problem("a text is not closed", at: start) }
    offset += 1
    return result
  }

  private mutating func escape() throws(SelectionProblem) -> [UInt8] {
    let start = offset
    guard offset + 1 < bytes.count else { throw problem("a text is not closed", at: start) }
    let character = bytes[offset + 1]
    offset += 2
    switch character {
    case UInt8(ascii: "n"): return [.newline]
    case UInt8(ascii: "r"): return [.carriageReturn]
    case UInt8(ascii: "t"): return [.tab]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "u"):
      guard let scalar = unicodeScalar() else {
        throw problem("expected four hexadecimal digits of a character", at: start)
      }
      return Array(String(scalar).utf8)
    case .quote, UInt8(ascii: "'"), .backslash, .slash: return [character]
    // An expression behind ~ is full of backslashes: they stay.
    default: return [.backslash, character]
    }
  }

  /// The character of a \u whose digits begin here, with the second \u of a surrogate pair.
  private mutating func unicodeScalar() -> Unicode.Scalar? {
    guard let first = codeUnit() else { return nil }
    guard first & 0xFC00 == 0xD800 else { return Unicode.Scalar(first) }
    guard offset + 1 < bytes.count, bytes[offset] == .backslash,
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    offset += 2
    guard let second = codeUnit(), second & 0xFC00 == 0xDC00 else { return nil }
    return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF))
  }

  /// Four hexadecimal digits.
  private mutating func codeUnit() -> UInt32? {
    let digits = bytes[offset..<min(offset + 4, bytes.count)]
    guard digits.count == 4, digits.allSatisfy({ $0.hexadecimalValue != nil }) else { return nil }
    offset += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func symbol() throws(SelectionProblem) -> String {
    let start = offset
    for length in [2, 1] where start + length <= bytes.count {
      let candidate = String(decoding: bytes[start..<start + length], as: UTF8.self)
      if ["==", "!=", "<=", ">=", "<", ">", "~", "(", ")", ","].contains(candidate) {
        offset = start + length
        return candidate
      }
    }
    let hint = bytes[start] == UInt8(ascii: "=") ? "; equality is '=='" : ""
    throw problem("unexpected character\(hint)", at: start)
  }
}

/// The characters of names in expressions.
private enum FieldPathCharacter {
  static func begins(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == UInt8(ascii: "_") || byte >= 0x80 || byte == UInt8(ascii: "$")
      || byte == UInt8(ascii: "@")
  }

  static func continues(_ byte: UInt8) -> Bool {
    begins(byte) || byte.isDigit || byte == .dot || byte == .minus || byte == .openBracket
      || byte == .closeBracket
  }
}
