/// What a regular expression must keep to before the C library may compile it.
///
/// The library expands repetitions into copies and descends into brackets recursively, so both
/// are bounded: a pattern can come from a file that nobody has read.
struct ExpressionLimits {
  private static let depth = 200
  /// How often a part may stand in the automaton: the product of nested repetitions.
  private static let copies = 1_000
  /// How deep repetitions may stand in repetitions: the C library follows all ways round in them,
  /// and doubles what stands before a `+`.
  private static let repetitions = 6
  /// The pattern's bytes times the copies of its most repeated part.
  private static let size = 100_000

  private let pattern: [UInt8]
  private var offset = 0
  /// For each open bracket, the copies of the most repeated part inside so far.
  private var groups = [1]
  /// The copies that the last whole part has inside.
  private var last = 1
  /// The same for how deep repetitions stand in repetitions.
  private var deepest = [0]
  private var lastDepth = 0

  /// What must be added to the pattern, in its order, so that it means inside of brackets, and byte
  /// for byte, what it means by itself.
  private var additions: [(byte: UInt8, offset: Int)] = []

  /// Why a pattern is refused, or nil.
  static func refusal(of text: String) -> String? {
    var limits = ExpressionLimits(pattern: Array(text.utf8))
    return limits.check()
  }

  /// A pattern that is not refused, as it stands inside of brackets where each byte is a character:
  /// with a backslash before a bracket that closes nothing, and with brackets around a character
  /// of several bytes that is repeated.
  static func enclosable(_ text: String) -> String {
    var limits = ExpressionLimits(pattern: Array(text.utf8))
    _ = limits.check()
    var pattern = limits.pattern
    for (byte, offset) in limits.additions.reversed() { pattern.insert(byte, at: offset) }
    return String(decoding: pattern, as: UTF8.self)
  }

  private init(pattern: [UInt8]) { self.pattern = pattern }

  private mutating func check() -> String? {
    if pattern.contains(0) { return "a NUL in the pattern" }
    while offset < pattern.count {
      switch pattern[offset] {
      case .backslash:
        let start = offset
        offset += 1
        if offset < pattern.count, pattern[offset].isDigit, pattern[offset] != .zero {
          return "back-references are not supported"
        }
        passCharacter(from: start)
      case .openBracket:
        skipBrackets()
        begin()
      case UInt8(ascii: "("):
        groups.append(1)
        deepest.append(0)
        if groups.count > Self.depth { return "brackets nested deeper than \(Self.depth)" }
      case UInt8(ascii: ")") where groups.count > 1:
        last = groups.removeLast()
        lastDepth = deepest.removeLast()
        note(last, depth: lastDepth)
      case UInt8(ascii: ")"):
        additions.append((.backslash, offset))
        begin()
      case .openBrace:
        note(last * max(largestBound(), 1), depth: lastDepth + 1)
        while offset + 1 < pattern.count, pattern[offset] != .closeBrace { offset += 1 }
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
        note(last, depth: lastDepth + 1)
      case 0x80...: passCharacter(from: offset)
      default: begin()
      }
      offset += 1
    }
    if deepest.contains(where: { $0 > Self.repetitions }) {
      return "repetitions nested deeper than \(Self.repetitions)"
    }
    let most = groups.max() ?? 1
    if most > Self.copies { return "nested repetitions multiply to more than \(Self.copies)" }
    return most * pattern.count > Self.size ? "the pattern is too large" : nil
  }

  /// Goes to the last byte of a character, which may have several; it began at `start`, with a
  /// backslash where it is escaped.
  private mutating func passCharacter(from start: Int) {
    let first = offset
    while offset + 1 < pattern.count, pattern[offset + 1] & 0xC0 == 0x80 { offset += 1 }
    begin()
    guard offset > first, offset + 1 < pattern.count, Self.repeating.contains(pattern[offset + 1])
    else { return }
    additions += [(UInt8(ascii: "("), start), (UInt8(ascii: ")"), offset + 1)]
  }

  /// What begins a repetition of the part before it.
  private static let repeating: [UInt8] = [.openBrace] + Array("*+?".utf8)

  /// A part begins that has no repetition yet.
  private mutating func begin() { (last, lastDepth) = (1, 0) }

  private mutating func note(_ copies: Int, depth: Int) {
    (last, lastDepth) = (min(copies, 1_000_000), depth)
    groups[groups.count - 1] = max(groups[groups.count - 1], last)
    deepest[deepest.count - 1] = max(deepest[deepest.count - 1], depth)
  }

  /// Goes to the bracket that closes a bracket expression, over classes such as `[:alpha:]`.
  private mutating func skipBrackets() {
    offset += 1
    if offset < pattern.count, pattern[offset] == UInt8(ascii: "^") { offset += 1 }
    // A closing bracket that stands first is a member.
    if offset < pattern.count, pattern[offset] == .closeBracket { offset += 1 }
    while offset < pattern.count, pattern[offset] != .closeBracket {
      if pattern[offset] == .openBracket, offset + 1 < pattern.count,
        [.colon, .dot, UInt8(ascii: "=")].contains(pattern[offset + 1])
      {
        let kind = pattern[offset + 1]
        offset += 2
        while offset + 1 < pattern.count,
          pattern[offset] != kind || pattern[offset + 1] != .closeBracket
        {
          offset += 1
        }
        offset += 2
      } else {
        offset += 1
      }
    }
  }

  /// The largest number up to the closing brace, at most 100,000.
  private func largestBound() -> Int {
    var largest = 0
    var number = 0
    for byte in pattern[(offset + 1)...] {
      if byte.isDigit {
        number = min(number * 10 + Int(byte - .zero), 100_000)
        largest = max(largest, number)
      } else if byte == .comma {
        number = 0
      } else {
        break
      }
    }
    return largest
  }
}
