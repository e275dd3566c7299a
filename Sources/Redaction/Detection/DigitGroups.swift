import Bytes

/// Which separators a grouped number may have between its groups, each time the same one.
struct GroupSeparators: OptionSet, Sendable {
  let rawValue: UInt8

  static let space = GroupSeparators(rawValue: 1)
  static let dash = GroupSeparators(rawValue: 2)
  static let dot = GroupSeparators(rawValue: 4)
  static let slash = GroupSeparators(rawValue: 8)
  static let spaceOrDash: GroupSeparators = [.space, .dash]

  /// The set of one byte; empty where it separates nothing.
  static func of(_ byte: UInt8) -> GroupSeparators {
    switch byte {
    case .space: .space
    case .minus: .dash
    case .dot: .dot
    case .slash: .slash
    default: []
    }
  }
}

/// The digits that stand at a place, in groups with one separator between two: `123-45-6789`.
///
/// At most 32 digits in 12 groups are read; a longer run is no number of any kind. So nothing
/// here lies further from `start` than 43 bytes, and offsets fit a byte. Reading stops earlier
/// behind 20 digits, the longest grouped number, and behind two groups too short to begin one:
/// every word of `1 1 1 1` begins a number, and would read all that follow it again.
///
///     text      1 2 3 - 4 5 - 6 7 8 9        lengths     3, 2, 4
///     offset    0     3     6         10     ends        3, 6, 11
///     shape     0x3240_0000_0000_0000        separators  -, -, none
struct DigitGroups {
  /// The digits' values, without separators.
  private(set) var digits = InlineArray<32, UInt8>(repeating: 0)
  /// How many digits there are in all groups.
  private(set) var digitCount = 0
  /// How many groups there are.
  private(set) var count = 0
  /// The offset of the first digit.
  let start: Int
  private var lengths = InlineArray<12, UInt8>(repeating: 0)
  private var separators = InlineArray<12, UInt8>(repeating: 0)
  private var ends = InlineArray<12, UInt8>(repeating: 0)
  /// The groups' lengths as hexadecimal digits, the first one highest; 15 is 15 or more.
  private var shape: UInt64 = 0
  /// How many groups there are before a separator changes.
  private var alikeCount = 1

  /// Whether six digits and more may be read where the word `start ..< end` begins with one.
  ///
  /// Costs next to nothing, and refuses most words: what stands alone with less, and what `mayGoOn`
  /// stops at.
  static func mayBegin(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let length = end &- start
    if length >= 6 { return true }
    guard !GroupSeparators.of(Boundary.byte(text, end)).isEmpty,
      Boundary.byte(text, end &+ 1).isDigit
    else { return false }
    var second = 1
    while length &+ second < 5, Boundary.byte(text, end &+ 1 &+ second).isDigit { second &+= 1 }
    return length &+ second >= 5 || length == 1 && second == 2
  }

  /// Reads the groups that begin at `start`, where a digit stands.
  init(_ text: Span<UInt8>, at start: Int) {
    self.start = start
    var offset = start
    while count < 12 {
      let groupStart = offset
      while digitCount < 32 {
        let digit = Boundary.byte(text, offset) &- .zero
        guard digit < 10 else { break }
        digits[digitCount] = digit
        digitCount &+= 1
        offset &+= 1
      }
      let isCut = Boundary.byte(text, offset).isDigit
      let length = isCut ? 255 : offset - groupStart
      let separator = Boundary.byte(text, offset)
      let goesOn =
        !isCut && !GroupSeparators.of(separator).isEmpty
        && Boundary.byte(text, offset + 1).isDigit
      if alikeCount == count, count > 0, separators[count - 1] == separators[0] {
        alikeCount += 1
      }
      lengths[count] = UInt8(length)
      ends[count] = UInt8(offset - start)
      separators[count] = goesOn ? separator : 0
      shape |= UInt64(min(length, 15)) << UInt64(60 - 4 * count)
      count += 1
      guard goesOn, mayGoOn else { return }
      offset += 1
    }
  }

  /// Whether a number of any kind may have more groups than these: of those whose first two hold
  /// less than five digits, the French one alone (1 85 05 ...) is grouped by one and two.
  private var mayGoOn: Bool {
    if count == 2, lengths[0] + lengths[1] < 5 { return lengths[0] == 1 && lengths[1] == 2 }
    return digitCount < 20
  }

  /// The length of a group, or 0 where there is none; 255 is one that is too long.
  func length(_ group: Int) -> Int { group < count ? Int(lengths[group]) : 0 }

  /// The separator behind a group, or 0 where it is the last one.
  func separator(_ group: Int) -> UInt8 { group < count ? separators[group] : 0 }

  /// The offset behind a group.
  func end(_ group: Int) -> Int { start + Int(ends[group]) }

  /// The offset behind a number without separators of exactly `length` digits, or nil; what
  /// stands behind it is for the caller to look at.
  func endOfBare(_ length: Int) -> Int? { Int(lengths[0]) == length ? end(0) : nil }

  /// The offset behind the first groups where they have the lengths that `pattern` spells as
  /// hexadecimal digits (0x324 is 3, 2 and 4 digits), and one and the same separator of the set.
  ///
  /// More groups may follow: `Boundary.isNumberEnd` says whether the number may end here.
  func end(of pattern: UInt64, _ allowed: GroupSeparators) -> Int? {
    let groups = (64 - pattern.leadingZeroBitCount + 3) / 4
    guard groups > 1, groups <= alikeCount, shape >> UInt64(64 - 4 * groups) == pattern,
      !allowed.isDisjoint(with: .of(separators[0]))
    else { return nil }
    return end(groups - 1)
  }

  /// The same for two patterns; the first one that fits.
  func end(of first: UInt64, or second: UInt64, _ allowed: GroupSeparators) -> Int? {
    end(of: first, allowed) ?? end(of: second, allowed)
  }

  /// The offset behind a number of `length` digits without separators, or in groups.
  func end(bare length: Int, or pattern: UInt64, _ allowed: GroupSeparators) -> Int? {
    endOfBare(length) ?? end(of: pattern, allowed)
  }

  /// The number of the first `length` digits; at most 18.
  func value(_ length: Int) -> Int { value(0..<length) }

  /// The number of the digits `range`; at most 18.
  func value(_ range: Range<Int>) -> Int {
    var value = 0
    for index in range { value = value * 10 + Int(digits[index]) }
    return value
  }

  /// Whether the first `length` digits are all the same.
  func isOneDigitRepeated(_ length: Int) -> Bool {
    for index in 1..<max(1, length) where digits[index] != digits[0] { return false }
    return true
  }
}
