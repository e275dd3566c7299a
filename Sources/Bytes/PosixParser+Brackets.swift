/// Bracket expressions such as `[^a-z[:digit:]]` (POSIX.1-2024, section 9.3.5).
extension PosixParser {
  static let word = ByteSet { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
  static let spaces = ByteSet { $0 == .space || (9...13).contains($0) }

  /// The set of a bracket expression whose opening bracket is read.
  mutating func brackets() throws(PosixExpression.Problem) -> ByteSet {
    var set = ByteSet()
    let isInverted = next == UInt8(ascii: "^")
    if isInverted { offset += 1 }
    var isFirst = true
    while let byte = next, isFirst || byte != .closeBracket {
      isFirst = false
      if byte == .openBracket, peek(1) == .colon {
        set.formUnion(try characterClass())
      } else {
        try insertRange(into: &set)
      }
    }
    guard next == .closeBracket else { throw .init(reason: "unmatched [, [^, [:, [., or [=") }
    offset += 1
    return isInverted ? set.inverted : set
  }

  private func peek(_ distance: Int) -> UInt8? {
    offset + distance < pattern.count ? pattern[offset + distance] : nil
  }

  private mutating func insertRange(into set: inout ByteSet) throws(PosixExpression.Problem) {
    let start = try member()
    // A hyphen that stands last is a member.
    guard next == .minus, let behind = peek(1), behind != .closeBracket else {
      return set.insert(start)
    }
    offset += 1
    let end = try member()
    guard start <= end else { throw .init(reason: "invalid range end") }
    for byte in start...end { set.insert(byte) }
  }

  /// One character, or one in `[. .]` or `[= =]`.
  private mutating func member() throws(PosixExpression.Problem) -> UInt8 {
    guard let byte = next else { throw .init(reason: "unmatched [, [^, [:, [., or [=") }
    if byte == .openBracket, let kind = peek(1), kind == .dot || kind == UInt8(ascii: "=") {
      guard let single = peek(2), single < 0x80, peek(3) == kind, peek(4) == .closeBracket else {
        throw .init(reason: "invalid collation character")
      }
      offset += 5
      return single
    }
    // To the C library these are single bytes of characters, and match parts of others.
    if byte >= 0x80 {
      throw .init(reason: "only ASCII may stand in brackets; write (ä|ö) instead of [äö]")
    }
    if byte == .backslash, let letter = peek(1), letter.isLetter {
      throw .init(
        reason: "a backslash in brackets stands for itself; write [[:digit:]], [[:space:]] or, for "
          + "a backslash, put it last")
    }
    offset += 1
    return byte
  }

  private mutating func characterClass() throws(PosixExpression.Problem) -> ByteSet {
    offset += 2
    let start = offset
    while let byte = next, byte != .colon { offset += 1 }
    let name = String(decoding: pattern[start..<offset], as: UTF8.self)
    guard let set = Self.classes[name], peek(1) == .closeBracket else {
      throw .init(reason: "invalid character class name")
    }
    offset += 2
    return set
  }

  private static let classes: [String: ByteSet] = [
    "alpha": ByteSet(where: \.isLetter),
    "digit": ByteSet(where: \.isDigit),
    "alnum": ByteSet { $0.isLetter || $0.isDigit },
    "upper": ByteSet { $0.isLetter && $0.lowercased != $0 },
    "lower": ByteSet { $0.isLetter && $0.lowercased == $0 },
    "space": spaces,
    "blank": ByteSet { $0 == .space || $0 == .tab },
    "punct": ByteSet { (0x21...0x7E).contains($0) && !$0.isLetter && !$0.isDigit },
    "print": ByteSet { (0x20...0x7E).contains($0) },
    "graph": ByteSet { (0x21...0x7E).contains($0) },
    "cntrl": ByteSet { $0 < 0x20 || $0 == 0x7F },
    "xdigit": ByteSet { $0.hexadecimalValue != nil },
  ]
}
