public import Bytes

/// Decodes the text of JSON strings, and encodes text as JSON strings (RFC 8259, section 7).
public enum StringEscapes {
  /// Appends the text of a valid string's inside (`start ..< end` of `line`) to `output`.
  ///
  /// A lone surrogate becomes the three bytes that its number would have (WTF-8): no valid text
  /// equals it, so it matches nothing but itself.
  public static func decode(
    _ line: Span<UInt8>, _ start: Int, _ end: Int, into output: inout Output
  ) {
    let text = line.extracting(start..<end)
    var offset = 0
    while let backslash = ByteScan.firstIndex(of: .backslash, in: text, from: offset) {
      if offset < backslash { output.append(text.extracting(offset..<backslash)) }
      switch Skip.byte(text, backslash + 1) {
      case UInt8(ascii: "b"): output.append(0x08)
      case UInt8(ascii: "f"): output.append(0x0C)
      case UInt8(ascii: "n"): output.append(.newline)
      case UInt8(ascii: "r"): output.append(.carriageReturn)
      case UInt8(ascii: "t"): output.append(.tab)
      case UInt8(ascii: "u"):
        offset = decodeUnicode(text, backslash, into: &output)
        continue
      default: output.append(Skip.byte(text, backslash + 1))
      }
      offset = backslash + 2
    }
    output.append(text.extracting(offset..<text.count))
  }

  /// Decodes the \uXXXX at `backslash`, with the low surrogate behind it where it is a pair.
  private static func decodeUnicode(
    _ text: Span<UInt8>, _ backslash: Int, into output: inout Output
  ) -> Int {
    let unit = codeUnit(text, backslash + 2)
    if unit & 0xFC00 == 0xD800, Skip.byte(text, backslash + 6) == .backslash,
      Skip.byte(text, backslash + 7) == UInt8(ascii: "u")
    {
      let low = codeUnit(text, backslash + 8)
      if low & 0xFC00 == 0xDC00 {
        encode(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF), into: &output)
        return backslash + 12
      }
    }
    encode(unit, into: &output)
    return backslash + 6
  }

  static func codeUnit(_ text: Span<UInt8>, _ start: Int) -> UInt32 {
    var unit: UInt32 = 0
    for offset in start..<start + 4 {
      unit = unit << 4 | UInt32(Skip.byte(text, offset).hexadecimalValue ?? 0)
    }
    return unit
  }

  /// Appends the UTF-8 of a code point, surrogates included.
  private static func encode(_ point: UInt32, into output: inout Output) {
    func continuation(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (point >> shift) & 0x3F) }
    switch point {
    case 0..<0x80: output.append(UInt8(point))
    case 0x80..<0x800:
      output.append(UInt8(0xC0 | point >> 6))
      output.append(continuation(0))
    case 0x800..<0x10000:
      output.append(UInt8(0xE0 | point >> 12))
      output.append(continuation(6))
      output.append(continuation(0))
    default:
      output.append(UInt8(0xF0 | point >> 18))
      output.append(continuation(12))
      output.append(continuation(6))
      output.append(continuation(0))
    }
  }

  /// Appends `text` as a JSON string with its quotes.
  ///
  /// Quote, backslash and everything below 0x20 is escaped, and U+007F to U+009F, U+2028, U+2029
  /// are left as they are: JSON allows them. What `decode` made of a lone surrogate becomes its
  /// escape again, or the text of it.
  public static func encode(
    _ text: Span<UInt8>, loneSurrogates: LoneSurrogates = .escaped,
    controls: ControlEscapes = .short, into output: inout Output
  ) {
    output.append(.quote)
    encodeInside(text, loneSurrogates: loneSurrogates, controls: controls, into: &output)
    output.append(.quote)
  }

  /// Appends `text` as the inside of a JSON string, as `encode` does without the quotes.
  public static func encodeInside(
    _ text: Span<UInt8>, loneSurrogates: LoneSurrogates = .escaped,
    controls: ControlEscapes = .short, into output: inout Output
  ) {
    var start = 0
    var offset = ByteScan.stringStop(in: text, from: 0)
    while offset < text.count {
      let byte = text[offset]
      if byte < 0x80 {
        output.append(text.extracting(start..<offset))
        escape(byte, controls, into: &output)
        start = offset + 1
      } else if let unit = loneSurrogate(in: text, at: offset) {
        output.append(text.extracting(start..<offset))
        if case .spelled = loneSurrogates { output.append(.backslash) }
        append(surrogate: unit, into: &output)
        start = offset + 3
      }
      offset = ByteScan.stringStop(in: text, from: max(offset + 1, start))
    }
    output.append(text.extracting(start..<text.count))
  }

  private static func escape(
    _ byte: UInt8, _ controls: ControlEscapes, into output: inout Output
  ) {
    output.append(.backslash)
    switch byte {
    case .quote, .backslash: output.append(byte)
    case .newline where controls == .short: output.append(UInt8(ascii: "n"))
    case .carriageReturn where controls == .short: output.append(UInt8(ascii: "r"))
    case .tab where controls == .short: output.append(UInt8(ascii: "t"))
    default:
      output.append(constant: "u00")
      output.append(hexadecimal: byte)
    }
  }
}

extension StringEscapes {
  /// The text of a string of an accepted line.
  public static func text(of string: Field, in line: Span<UInt8>) -> String {
    var decoded = Output(capacity: 64)
    decode(line, string.start, string.end, into: &decoded)
    return String(copying: decoded.bytes)
  }
}

/// How the controls are escaped that have a letter.
public enum ControlEscapes: Sendable {
  /// By it: `\n`, `\r` and `\t`; the others by number, as all are in `numbered`.
  case short
  /// By number, such as `\u000a`.
  case numbered
}

extension Output {
  /// Appends a byte as two lower-case hexadecimal digits.
  public mutating func append(hexadecimal byte: UInt8) {
    append(Self.digit(byte >> 4))
    append(Self.digit(byte & 15))
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? .zero + value : UInt8(ascii: "a") + value - 10
  }
}

extension Output {
  /// Appends a text as a JSON string, quotes included.
  public mutating func append(json text: String) {
    let bytes = Array(text.utf8)
    StringEscapes.encode(bytes.span, into: &self)
  }
}
