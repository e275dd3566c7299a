public import Bytes

/// What becomes of a lone surrogate, which stands for no character, in JSON that is written.
public enum LoneSurrogates: Sendable {
  /// It is an escape: valid JSON that no UTF-8 string equals.
  case escaped
  /// It becomes the six characters that spell it, such as `\ud800`, for readers that need UTF-8.
  case spelled
}

// Lone surrogates, which JSON can spell and UTF-8 can't (RFC 8259, section 8.2).
extension StringEscapes {
  /// Appends a text that `decode` gave as UTF-8: a lone surrogate as the six characters of its
  /// escape, such as `\ud800`.
  public static func appendUTF8(_ text: Span<UInt8>, into output: inout Output) {
    var start = 0
    var search = 0
    while let offset = ByteScan.firstIndex(of: 0xED, in: text, from: search) {
      search = offset + 1
      guard let unit = loneSurrogate(in: text, at: offset) else { continue }
      output.append(text.extracting(start..<offset))
      append(surrogate: unit, into: &output)
      start = offset + 3
      search = start
    }
    output.append(text.extracting(start..<text.count))
  }

  /// Whether a text that `decode` gave holds a lone surrogate, which UTF-8 can't write.
  public static func hasLoneSurrogate(_ text: Span<UInt8>) -> Bool {
    var search = 0
    while let offset = ByteScan.firstIndex(of: 0xED, in: text, from: search) {
      if loneSurrogate(in: text, at: offset) != nil { return true }
      search = offset + 1
    }
    return false
  }

  /// The surrogate whose three bytes stand at `offset`, or nil; bytes of no text, as where one was
  /// cut, are none.
  static func loneSurrogate(in text: Span<UInt8>, at offset: Int) -> UInt16? {
    guard text[offset] == 0xED else { return nil }
    let second = ByteScan.byte(text, offset + 1)
    let third = ByteScan.byte(text, offset + 2)
    guard (0xA0...0xBF).contains(second), (0x80...0xBF).contains(third) else { return nil }
    return 0xD000 | UInt16(second & 0x3F) << 6 | UInt16(third & 0x3F)
  }

  static func append(surrogate unit: UInt16, into output: inout Output) {
    output.append(constant: "\\u")
    output.append(hexadecimal: UInt8(unit >> 8))
    output.append(hexadecimal: UInt8(truncatingIfNeeded: unit))
  }

  /// Appends the inside of a valid string as it is spelled there, but the escapes of lone surrogates
  /// escaped once more: what a reader makes of it is UTF-8.
  static func appendSpellingSurrogates(_ inside: Span<UInt8>, into output: inout Output) {
    var copied = 0
    var offset = 0
    while let backslash = ByteScan.firstIndex(of: .backslash, in: inside, from: offset) {
      offset = backslash + 2
      guard let unit = escapedSurrogate(inside, at: backslash) else { continue }
      if unit & 0xFC00 == 0xD800, let low = escapedSurrogate(inside, at: backslash + 6),
        low & 0xFC00 == 0xDC00
      {
        offset = backslash + 12
        continue
      }
      output.append(inside.extracting(copied..<backslash))
      output.append(.backslash)
      copied = backslash
    }
    output.append(inside.extracting(copied..<inside.count))
  }

  /// The surrogate that the escape at `start` spells, or nil for anything else.
  private static func escapedSurrogate(_ inside: Span<UInt8>, at start: Int) -> UInt32? {
    guard start + 6 <= inside.count, inside[start] == .backslash,
      inside[start + 1] == UInt8(ascii: "u")
    else { return nil }
    let unit = codeUnit(inside, start + 2)
    return unit & 0xF800 == 0xD800 ? unit : nil
  }
}
