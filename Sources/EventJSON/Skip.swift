import Bytes

/// Steps over JSON values (RFC 8259), checking every byte of them.
///
/// Each function takes the line and the offset where its value begins, and gives the offset
/// behind it. None allocates; containers recurse, at most `maximumDepth` deep.
public enum Skip {
  /// How deep arrays and objects may nest, the event itself being the first.
  public static let maximumDepth = 512

  /// The byte at `offset`, or 0, which no grammar rule accepts, at the end of the line.
  @inline(__always)
  static func byte(_ line: Span<UInt8>, _ offset: Int) -> UInt8 {
    ByteScan.byte(line, offset)
  }

  /// The offset of the first byte that is not white space (RFC 8259, section 2).
  @inline(__always)
  static func whitespace(_ line: Span<UInt8>, _ offset: Int) -> Int {
    if byte(line, offset) > .space { return offset }
    return longWhitespace(line, offset)
  }

  private static func longWhitespace(_ line: Span<UInt8>, _ start: Int) -> Int {
    var offset = start
    while offset < line.count {
      switch line[offset] {
      case .space, .newline, .carriageReturn, .tab: offset += 1
      default: return offset
      }
    }
    return offset
  }

  /// A problem of `kind` at `offset`, or the end of the line where that comes first.
  static func problem(
    _ kind: JSONProblem.Kind, _ line: Span<UInt8>, _ offset: Int
  ) -> JSONProblem {
    JSONProblem(offset < line.count ? kind : .unexpectedEnd, at: offset)
  }

  /// Any value; `depth` is that of the container it stands in.
  static func value(
    _ line: Span<UInt8>, at offset: Int, depth: Int
  ) throws(JSONProblem) -> Int {
    switch byte(line, offset) {
    case .quote: return try Skip.string(line, at: offset + 1).end
    case .openBrace: return try object(line, at: offset, depth: depth + 1)
    case .openBracket: return try array(line, at: offset, depth: depth + 1)
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
      return try literal(line, at: offset)
    default: return try number(line, at: offset)
    }
  }

  /// An object whose opening brace is at `start`.
  static func object(
    _ line: Span<UInt8>, at start: Int, depth: Int
  ) throws(JSONProblem) -> Int {
    guard depth <= maximumDepth else {
      throw JSONProblem(.tooDeep(limit: maximumDepth), at: start)
    }
    var offset = whitespace(line, start + 1)
    if byte(line, offset) == .closeBrace { return offset + 1 }
    while true {
      guard byte(line, offset) == .quote else { throw problem(.expectedKey, line, offset) }
      offset = try Skip.string(line, at: offset + 1).end
      offset = try colon(line, offset)
      offset = whitespace(line, try value(line, at: offset, depth: depth))
      switch byte(line, offset) {
      case .comma: offset = whitespace(line, offset + 1)
      case .closeBrace: return offset + 1
      default: throw problem(.expectedCommaOrBrace, line, offset)
      }
    }
  }

  /// The colon behind a key, and the white space around it.
  @inline(__always)
  static func colon(_ line: Span<UInt8>, _ start: Int) throws(JSONProblem) -> Int {
    let offset = whitespace(line, start)
    guard byte(line, offset) == .colon else { throw problem(.expectedColon, line, offset) }
    return whitespace(line, offset + 1)
  }

  /// An array whose opening bracket is at `start`.
  static func array(
    _ line: Span<UInt8>, at start: Int, depth: Int
  ) throws(JSONProblem) -> Int {
    guard depth <= maximumDepth else {
      throw JSONProblem(.tooDeep(limit: maximumDepth), at: start)
    }
    var offset = whitespace(line, start + 1)
    if byte(line, offset) == .closeBracket { return offset + 1 }
    while true {
      offset = whitespace(line, try value(line, at: offset, depth: depth))
      switch byte(line, offset) {
      case .comma: offset = whitespace(line, offset + 1)
      case .closeBracket: return offset + 1
      default: throw problem(.expectedCommaOrBracket, line, offset)
      }
    }
  }

  /// true, false or null.
  static func literal(_ line: Span<UInt8>, at start: Int) throws(JSONProblem) -> Int {
    let word: StaticString
    switch byte(line, start) {
    case UInt8(ascii: "t"): word = "true"
    case UInt8(ascii: "f"): word = "false"
    default: word = "null"
    }
    guard ByteScan.hasWord(line, at: start, word) else {
      throw problem(.badLiteral, line, start)
    }
    return start + word.utf8CodeUnitCount
  }

  /// A number (RFC 8259, section 6).
  static func number(_ line: Span<UInt8>, at start: Int) throws(JSONProblem) -> Int {
    var offset = start
    if byte(line, offset) == .minus { offset += 1 }
    let first = byte(line, offset)
    guard first.isDigit else {
      throw problem(offset == start ? .expectedValue : .badNumber, line, offset)
    }
    offset += 1
    if first != .zero { offset = digits(line, offset) }
    if byte(line, offset) == .dot {
      guard byte(line, offset + 1).isDigit else { throw problem(.badNumber, line, offset + 1) }
      offset = digits(line, offset + 2)
    }
    if byte(line, offset) | 0x20 == UInt8(ascii: "e") {
      offset += 1
      let sign = byte(line, offset)
      if sign == .minus || sign == UInt8(ascii: "+") { offset += 1 }
      guard byte(line, offset).isDigit else { throw problem(.badNumber, line, offset) }
      offset = digits(line, offset + 1)
    }
    if byte(line, offset).isDigit { throw JSONProblem(.badNumber, at: offset) }  // 012
    return offset
  }

  @inline(__always)
  private static func digits(_ line: Span<UInt8>, _ start: Int) -> Int {
    var offset = start
    while byte(line, offset).isDigit { offset += 1 }
    return offset
  }
}

extension Skip {
  /// Where the value of an accepted line stands: without the white space around it, which belongs
  /// to the line.
  public static func bounds(of line: Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = line.count
    while start < end, line[start] <= .space { start += 1 }
    while end > start, line[end - 1] <= .space { end -= 1 }
    return start..<end
  }

  /// Whether all of a text is one number (RFC 8259, section 6).
  public static func isNumber(_ text: Span<UInt8>) -> Bool {
    do throws(JSONProblem) {
      return try number(text, at: 0) == text.count
    } catch {
      return false
    }
  }
}

extension Skip {
  /// Where the value stands that a text is, with nothing but white space around it.
  ///
  /// - Parameter depth: how many containers the value is to stand in.
  public static func onlyValue(
    _ text: Span<UInt8>, depth: Int = 0
  ) throws(JSONProblem) -> Range<Int> {
    let start = whitespace(text, 0)
    let end = try value(text, at: start, depth: depth)
    let rest = whitespace(text, end)
    guard rest == text.count else { throw JSONProblem(.trailingBytes, at: rest) }
    return start..<end
  }
}
