public import Bytes

// Strings, with as few escapes as JSON allows.
extension CanonicalForm {
  /// Appends the canonical form of a string of this text, which is UTF-8, and gives whether it has
  /// an escape; what `StringEscapes.decode` made of a lone surrogate is refused.
  @discardableResult
  public static func append(
    string text: Span<UInt8>, to output: inout Output
  ) throws(CanonicalRefusal) -> Bool {
    try string(text, to: &output)
  }

  static func string(
    _ text: Span<UInt8>, to output: inout Output
  ) throws(CanonicalRefusal) -> Bool {
    let begin = output.count
    output.append(.quote)
    var start = 0
    var offset = ByteScan.stringStop(in: text, from: 0)
    while offset < text.count {
      let byte = text[offset]
      if byte >= 0x80 {
        if byte == 0xED, Skip.byte(text, offset + 1) >= 0xA0 { throw .loneSurrogate }
        offset += 1
        // Characters of several bytes often stand side by side.
        if Skip.byte(text, offset) >= 0x80 { continue }
      } else {
        output.append(text.extracting(start..<offset))
        escape(byte, to: &output)
        offset += 1
        start = offset
      }
      offset = ByteScan.stringStop(in: text, from: offset)
    }
    output.append(text.extracting(start..<text.count))
    output.append(.quote)
    return output.count - begin > text.count + 2
  }

  /// Whether each escape in the inside of a string is the canonical one of its byte: that of most
  /// writers, whose strings may be copied then.
  ///
  /// Not said of `\u0000` and its like, which stand in hardly any text.
  static func needsEveryEscape(_ inside: Span<UInt8>) -> Bool {
    var offset = 0
    while let backslash = ByteScan.firstIndex(of: .backslash, in: inside, from: offset) {
      switch Skip.byte(inside, backslash + 1) {
      case UInt8(ascii: "n"), .quote, .backslash, UInt8(ascii: "t"), UInt8(ascii: "r"),
        UInt8(ascii: "b"), UInt8(ascii: "f"):
        offset = backslash + 2
      default: return false
      }
    }
    return true
  }

  /// Appends a string as it stands in the line.
  @inline(__always)
  static func copy(_ string: Field, _ line: Span<UInt8>, to output: inout Output) {
    output.append(.quote)
    output.append(line.extracting(string.start..<string.end))
    output.append(.quote)
  }

  private static func escape(_ byte: UInt8, to output: inout Output) {
    output.append(.backslash)
    switch byte {
    case 0x08: output.append(UInt8(ascii: "b"))
    case .tab: output.append(UInt8(ascii: "t"))
    case .newline: output.append(UInt8(ascii: "n"))
    case 0x0C: output.append(UInt8(ascii: "f"))
    case .carriageReturn: output.append(UInt8(ascii: "r"))
    case .quote, .backslash: output.append(byte)
    default:
      output.append("u00")
      output.append(hexadecimal: byte)
    }
  }
}
