import Bytes
import EventJSON

/// What becomes of the escape of a lone surrogate, which stands for no character.
enum LoneSurrogates {
  /// It stays an escape: valid JSON that no UTF-8 string equals.
  case escaped
  /// It becomes the six characters that spell it, for readers that need UTF-8.
  case spelled
}

// Values of an event as JSON strings.
extension Output {
  /// Appends a value of `line` as it is spelled, a string with its quotes.
  mutating func append(value field: Field, of line: Span<UInt8>) {
    let quotes = field.isString ? 1 : 0
    append(line.extracting(field.start - quotes..<field.end + quotes))
  }

  /// Appends a scalar of `line` as a string; numbers and booleans as they are spelled.
  mutating func append(
    string field: Field, of line: Span<UInt8>, loneSurrogates: LoneSurrogates = .escaped
  ) {
    append(.quote)
    if field.kind == .escapedString, case .spelled = loneSurrogates {
      append(escaped: line.extracting(field.start..<field.end))
    } else {
      append(line.extracting(field.start..<field.end))
    }
    append(.quote)
  }

  /// Appends the inside of a string that has escapes, those of lone surrogates escaped once more.
  private mutating func append(escaped text: Span<UInt8>) {
    var copied = 0
    var offset = 0
    while let backslash = ByteScan.firstIndex(of: .backslash, in: text, from: offset) {
      offset = backslash + 2
      guard let unit = Self.surrogate(text, at: backslash) else { continue }
      if unit & 0xFC00 == 0xD800, let low = Self.surrogate(text, at: backslash + 6),
        low & 0xFC00 == 0xDC00
      {
        offset = backslash + 12
        continue
      }
      append(text.extracting(copied..<backslash))
      append(.backslash)
      copied = backslash
    }
    append(text.extracting(copied..<text.count))
  }

  /// The surrogate that the escape at `start` spells, or nil for anything else.
  private static func surrogate(_ text: Span<UInt8>, at start: Int) -> UInt16? {
    guard start + 6 <= text.count, text[start] == .backslash,
      text[start + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for offset in start + 2..<start + 6 {
      unit = unit << 4 | UInt16(text[offset].hexadecimalValue ?? 0)
    }
    return unit & 0xF800 == 0xD800 ? unit : nil
  }

  /// Appends an unescaped text, as `StringEscapes.decode` gives it, as a string.
  mutating func append(text: Span<UInt8>, loneSurrogates: LoneSurrogates = .escaped) {
    append(.quote)
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      if byte == 0xED, offset + 2 < text.count, text[offset + 1] >= 0xA0 {
        if case .spelled = loneSurrogates { append(.backslash) }
        append(constant: "\\ud")
        append(hexadecimalDigit: text[offset + 1] >> 2 & 0x0F)
        append(hexadecimal: text[offset + 1] << 6 | text[offset + 2] & 0x3F)
        offset += 3
        continue
      }
      append(escaping: byte)
      offset += 1
    }
    append(.quote)
  }

  private mutating func append(escaping byte: UInt8) {
    if byte == .quote || byte == .backslash {
      append(.backslash)
      append(byte)
    } else if byte < .space {
      append(constant: "\\u00")
      append(hexadecimal: byte)
    } else {
      append(byte)
    }
  }

  private mutating func append(hexadecimalDigit digit: UInt8) {
    append(digit < 10 ? .zero + digit : UInt8(ascii: "a") + digit - 10)
  }
}
