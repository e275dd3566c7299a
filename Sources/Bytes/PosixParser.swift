/// Reads a POSIX extended regular expression as the C library does in the C locale.
///
/// The C library has compiled the pattern before, so what it refuses does not come here. Refused
/// beside that is what it takes for something else than is meant: `\d` is the letter d to it.
struct PosixParser {
  let pattern: [UInt8]
  var offset = 0
  private var depth = 0

  /// The tree of a pattern.
  static func parse(_ pattern: String) throws(PosixExpression.Problem) -> PosixSyntax {
    var parser = PosixParser(pattern: Array(pattern.utf8))
    return try parser.choice()
  }

  private init(pattern: [UInt8]) { self.pattern = pattern }

  /// The byte to be read next, or nil at the end.
  var next: UInt8? { offset < pattern.count ? pattern[offset] : nil }

  private mutating func choice() throws(PosixExpression.Problem) -> PosixSyntax {
    var branches = [try branch()]
    while next == UInt8(ascii: "|") {
      offset += 1
      branches.append(try branch())
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func branch() throws(PosixExpression.Problem) -> PosixSyntax {
    var parts: [PosixSyntax] = []
    while let byte = next, byte != UInt8(ascii: "|") {
      // A bracket that closes nothing stands for itself.
      if byte == UInt8(ascii: ")"), depth > 0 { break }
      parts.append(repeated(try atom()))
    }
    return .sequence(parts)
  }

  private mutating func atom() throws(PosixExpression.Problem) -> PosixSyntax {
    guard let byte = next else { throw .init(reason: "the pattern ends too early") }
    offset += 1
    switch byte {
    case UInt8(ascii: "("): return try group()
    case .openBracket: return try .bytes(brackets())
    case .dot: return .bytes(ByteSet(0).inverted)
    case UInt8(ascii: "^"): return .assertion(.textStart)
    case UInt8(ascii: "$"): return .assertion(.textEnd)
    case .backslash: return try escape()
    default: return character(byte)
    }
  }

  private mutating func group() throws(PosixExpression.Problem) -> PosixSyntax {
    depth += 1
    let inside = try choice()
    guard next == UInt8(ascii: ")") else { throw .init(reason: "unmatched ( or \\(") }
    offset += 1
    depth -= 1
    return inside
  }

  /// A byte, or all bytes of a character, so that `é*` repeats the whole of it.
  private mutating func character(_ byte: UInt8) -> PosixSyntax {
    guard byte >= 0xC0 else { return .bytes(ByteSet(byte)) }
    var parts: [PosixSyntax] = [.bytes(ByteSet(byte))]
    while let byte = next, byte & 0xC0 == 0x80 {
      parts.append(.bytes(ByteSet(byte)))
      offset += 1
    }
    return .sequence(parts)
  }

  private mutating func escape() throws(PosixExpression.Problem) -> PosixSyntax {
    guard let byte = next else { throw .init(reason: "trailing backslash") }
    offset += 1
    switch byte {
    case UInt8(ascii: "<"): return .assertion(.wordStart)
    case UInt8(ascii: ">"): return .assertion(.wordEnd)
    case UInt8(ascii: "b"): return .assertion(.wordEdge)
    case UInt8(ascii: "B"): return .assertion(.noWordEdge)
    case UInt8(ascii: "`"): return .assertion(.textStart)
    case UInt8(ascii: "'"): return .assertion(.textEnd)
    case UInt8(ascii: "w"): return .bytes(Self.word)
    case UInt8(ascii: "W"): return .bytes(Self.word.inverted)
    case UInt8(ascii: "s"): return .bytes(Self.spaces)
    case UInt8(ascii: "S"): return .bytes(Self.spaces.inverted)
    case _ where byte.isLetter || byte.isDigit: throw Self.refusal(ofEscaped: byte)
    default: return character(byte)
    }
  }

  private static func refusal(ofEscaped byte: UInt8) -> PosixExpression.Problem {
    let letter = String(decoding: [byte], as: UTF8.self)
    let advice = byte.lowercased == UInt8(ascii: "d") ? "; write [0-9]" : ""
    return .init(reason: "\\\(letter) is not part of POSIX extended expressions\(advice)")
  }

  /// Puts the operators that follow around a part.
  private mutating func repeated(_ part: PosixSyntax) -> PosixSyntax {
    // An operator behind an assertion is refused by the C library.
    if case .assertion = part { return part }
    var result = part
    while let byte = next {
      switch byte {
      case UInt8(ascii: "*"): result = .repetition(result, least: 0, most: nil)
      case UInt8(ascii: "+"): result = .repetition(result, least: 1, most: nil)
      case UInt8(ascii: "?"): result = .repetition(result, least: 0, most: 1)
      case .openBrace: result = bounded(result)
      default: return result
      }
      offset += 1
    }
    return result
  }

  /// A repetition in braces; reads up to the closing one.
  private mutating func bounded(_ part: PosixSyntax) -> PosixSyntax {
    offset += 1
    let least = number()
    var most = least
    if next == .comma {
      offset += 1
      most = number()
    }
    return .repetition(part, least: least ?? 0, most: most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let byte = next, byte.isDigit {
      value = min((value ?? 0) * 10 + Int(byte - .zero), 100_000)
      offset += 1
    }
    return value
  }
}
