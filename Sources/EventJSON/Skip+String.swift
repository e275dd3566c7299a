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
    // Most strings of an event are short: one look at sixteen bytes finds their end.
    let offset = ByteScan.nearStringStop(in: line, from: start)
    if byte(line, offset) == .quote { return StringEnd(end: offset + 1, isEscaped: false) }
    return try longString(line, from: offset)
  }

  /// The rest of a string, from the first byte that is not known to be plain.
  private static func longString(
    _ line: Span<UInt8>, from first: Int
  ) throws(JSONProblem) -> StringEnd {
    var offset = first
    var isEscaped = false
    while true {
      offset = ByteScan.stringStop(in: line, from: offset)
      let stop = byte(line, offset)
      if stop == .backslash {
        isEscaped = true
        offset = try escape(line, at: offset)
      } else if stop == .quote {
        return StringEnd(end: offset + 1, isEscaped: isEscaped)
      } else if stop >= 0x80 {
        offset = try multibyteRun(line, at: offset)
      } else {
        throw problem(.controlCharacter, line, offset)
      }
    }
  }

  /// An escape whose backslash is at `start`.
  ///
  /// A lone surrogate is accepted: it is grammatical, and passes unchanged (spec/faults.md).
  @inline(__always)
  private static func escape(_ line: Span<UInt8>, at start: Int) throws(JSONProblem) -> Int {
    let character = byte(line, start + 1)
    if isShortEscape(character) { return start + 2 }
    guard character == UInt8(ascii: "u") else { throw problem(.badEscape, line, start + 1) }
    for offset in start + 2..<start + 6 where byte(line, offset).hexadecimalValue == nil {
      throw problem(.badUnicodeEscape, line, offset)
    }
    return start + 6
  }

  /// Whether a backslash and this character are a whole escape: one of `"\/bfnrt`.
  ///
  /// One bit for each, in a word for 0x20 to 0x5F and one for 0x60 to 0x9F, as a jump table would
  /// be guessed wrong with every other letter.
  @inline(__always)
  private static func isShortEscape(_ character: UInt8) -> Bool {
    let low: UInt64 = 1 << 0x02 | 1 << 0x0F | 1 << 0x3C
    let high: UInt64 = 1 << 0x02 | 1 << 0x06 | 1 << 0x0E | 1 << 0x12 | 1 << 0x14
    let index = UInt64(character &- 0x20)
    if index >= 0x80 { return false }
    return (index < 0x40 ? low : high) &>> (index & 0x3F) & 1 == 1
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
