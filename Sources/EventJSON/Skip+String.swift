import Bytes

extension Skip {
  /// Where a string ends, and whether its bytes are its text.
  struct StringEnd {
    /// The offset behind the closing quote.
    let end: Int
    /// Whether the string has an escape.
    let isEscaped: Bool
  }

  /// A string whose first character is at `start`, behind the opening quote.
  @inline(__always)
  static func string(_ line: Span<UInt8>, at start: Int) throws(JSONProblem) -> StringEnd {
    let offset = ByteScan.stringStop(in: line, from: start)
    if byte(line, offset) == .quote { return StringEnd(end: offset + 1, isEscaped: false) }
    return try specialString(line, at: offset, openedAt: start)
  }

  /// The rest of a string from the first byte that is not plain ASCII.
  private static func specialString(
    _ line: Span<UInt8>, at first: Int, openedAt start: Int
  ) throws(JSONProblem) -> StringEnd {
    var offset = first
    var isEscaped = false
    while offset < line.count {
      switch line[offset] {
      case .quote: return StringEnd(end: offset + 1, isEscaped: isEscaped)
      case .backslash:
        isEscaped = true
        offset = try escape(line, at: offset)
      case 0..<0x20: throw JSONProblem(.controlCharacter, at: offset)
      default: offset = try multibyteRun(line, at: offset)
      }
      offset = ByteScan.stringStop(in: line, from: offset)
    }
    throw JSONProblem(.unexpectedEnd, at: line.count)
  }

  /// An escape whose backslash is at `start`.
  ///
  /// A lone surrogate is accepted: it is grammatical, and passes unchanged (spec/faults.md).
  @inline(__always)
  private static func escape(_ line: Span<UInt8>, at start: Int) throws(JSONProblem) -> Int {
    switch byte(line, start + 1) {
    case .quote, .backslash, .slash, UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start + 2
    case UInt8(ascii: "u"):
      for offset in start + 2..<start + 6 where byte(line, offset).hexadecimalValue == nil {
        throw problem(.badUnicodeEscape, line, offset)
      }
      return start + 6
    default: throw problem(.badEscape, line, start + 1)
    }
  }

  /// Characters of two to four bytes (RFC 3629, section 4) up to the next ASCII byte.
  private static func multibyteRun(
    _ line: Span<UInt8>, at start: Int
  ) throws(JSONProblem) -> Int {
    var offset = start
    while offset < line.count, line[offset] >= 0x80 {
      let length = UTF8Sequence.length(in: line, at: offset)
      guard length > 0 else { throw JSONProblem(.invalidUTF8, at: offset) }
      offset += length
    }
    return offset
  }
}
