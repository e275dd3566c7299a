import Bytes

/// What the characters of a value are, from one pass over it.
struct ValueShape {
  private(set) var digits = 0
  private(set) var lowers = 0
  private(set) var uppers = 0
  /// Characters that are no letter, digit, `_`, `-`, `.`, `/` or `+`.
  private(set) var marks = 0
  private(set) var slashes = 0
  private(set) var dots = 0
  private(set) var underscores = 0
  /// The longest run of digits.
  private(set) var longestDigits = 0
  /// How often letters and digits, or lower and upper case, change within a word, but for a
  /// capital before a small letter: few in words that people write, many in random ones.
  private(set) var changes = 0
  /// How many small letters stand in runs of five and more, as in words.
  private(set) var wordLetters = 0
  /// How often a capital follows a capital.
  private(set) var capitalPairs = 0
  /// Whether a bracket closes that was not opened.
  private(set) var isScrambled = false
  /// How many round, square and curly brackets open.
  private(set) var openings = 0
  private var depths = SIMD4<Int16>(repeating: 0)
  private var markSet: UInt32 = 0
  /// How many bytes there are.
  let count: Int

  private enum Class { case lower, upper, digit, other }

  init(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    count = end - start
    var previous = Class.other
    var run = 0
    var lowerRun = 0
    for offset in start..<end {
      let current = note(text[offset])
      run = current == .digit ? run + 1 : 0
      longestDigits = max(longestDigits, run)
      lowerRun = current == .lower ? lowerRun + 1 : 0
      if lowerRun == 5 { wordLetters += 5 } else if lowerRun > 5 { wordLetters += 1 }
      if previous != .other, current != .other, previous != current,
        !(previous == .upper && current == .lower)
      {
        changes += 1
      }
      if previous == .upper, current == .upper { capitalPairs += 1 }
      previous = current
    }
  }

  private mutating func note(_ byte: UInt8) -> Class {
    if byte.isDigit {
      digits += 1
      return .digit
    }
    if byte &- 0x61 < 26 {
      lowers += 1
      return .lower
    }
    if byte &- 0x41 < 26 {
      uppers += 1
      return .upper
    }
    switch byte {
    case .slash: slashes += 1
    case .dot: dots += 1
    case UInt8(ascii: "_"): underscores += 1
    case .minus, UInt8(ascii: "+"): break
    default:
      marks += 1
      markSet |= 1 << UInt32(byte & 31)
      if byte == UInt8(ascii: "(") || byte == .openBracket || byte == .openBrace { openings += 1 }
      noteBracket(byte)
    }
    return .other
  }

  private mutating func noteBracket(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("): depths[0] += 1
    case .openBracket: depths[1] += 1
    case .openBrace: depths[2] += 1
    case UInt8(ascii: ")"): depths[0] -= 1
    case .closeBracket: depths[1] -= 1
    case .closeBrace: depths[2] -= 1
    default: return
    }
    if depths.min() < 0 { isScrambled = true }
  }

  /// How many different marks there are.
  var markKinds: Int { markSet.nonzeroBitCount }

  var hasLetter: Bool { lowers + uppers > 0 }
  var hasDigit: Bool { digits > 0 }
  var hasBothCases: Bool { lowers > 0 && uppers > 0 }

  /// Whether it is a name of a type, of words with capitals: `ASN1ImplicitlyTaggable`.
  var isTypeName: Bool {
    uppers > 0 && digits * 5 <= count && wordLetters * 5 >= count * 2 && marks == 0 && slashes == 0
  }

  /// Whether letters of both cases stand in no order, as in no words: `knITrHnZkbBPwLfZGQpH`.
  var isRandomLetters: Bool {
    count >= 20 && capitalPairs * 8 >= count && changes * 8 >= count && lowers * 4 >= count
  }

  /// Whether it is full of marks in an order that neither code nor a template has.
  var isNoise: Bool { isScrambled && markKinds >= 4 && count >= 12 }

  /// Whether it is made of words and small numbers, as names of things are: `my-app-v2`,
  /// `Base64String`, `PROD_DB_1`.
  var isReadable: Bool {
    // One word of capitals and digits is a code of base 32.
    if lowers == 0, uppers + digits == count, count >= 16 { return false }
    return longestDigits <= 4 && changes <= 2 + count / 24
  }
}
