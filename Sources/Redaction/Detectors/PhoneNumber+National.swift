import Bytes

/// Numbers without a country code: North American ones, and others near a word that names them.
extension PhoneNumber {
  /// Looks at the digits from `start`, or from the `(` there.
  static func findNational(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, into hits: inout Hits
  ) {
    let opening = PhoneOpening(text, start)
    guard opening != .refused else { return }
    let groups = PhoneGroups(text, at: start)
    guard groups.totalDigits(groups.count - 1) >= 8 else { return }
    if let last = northAmerican(groups, opening), let end = finalEnd(text, groups.end(last)) {
      if isFree(groups, last, opening), !PhoneContext.isOtherNumber(text, start),
        !PhoneContext.isInPath(text, start)
          || isInContext(text, key, start, groups, last)
      {
        return hits.add(.phoneNumber, start, end, confidence: 2)
      }
    }
    if let end = namedEnd(text, groups), PhoneContext.isNamed(text, start) {
      return hits.add(.phoneNumber, start, end, confidence: 2)
    }
    guard !isPostalCode(text, start, groups), let last = lastGroup(text, groups, opening),
      let end = finalEnd(text, groups.end(last)),
      isInContext(text, key, start, groups, last)
    else { return }
    hits.add(.phoneNumber, start, end, confidence: 2)
  }

  /// The offset behind nine digits without a trunk zero, as in Spain, or twice four with a space, as
  /// in Singapore: these need a name right before.
  private static func namedEnd(_ text: Span<UInt8>, _ groups: PhoneGroups) -> Int? {
    guard groups.digit(0) >= 2 else { return nil }
    let last =
      groups.length(0) == 9
      ? 0 : groups.pattern(3) == 0x44 && groups.separator(0) == .space ? 1 : nil
    guard let last, groups.separator(last) == .none, !groups.isOneDigitRepeated else { return nil }
    return finalEnd(text, groups.end(last))
  }

  /// The last group at which a number may end that needs a word near it.
  private static func lastGroup(
    _ text: Span<UInt8>, _ groups: PhoneGroups, _ opening: PhoneOpening
  ) -> Int? {
    // Nobody's in a form, but `555.555.5555` is what people write for a number.
    if groups.isOneDigitRepeated, groups.digit(0) < 2 || groups.digitCount != 10 { return nil }
    if groups.length(0) >= 9 { return isBare(groups) ? 0 : nil }
    if opening == .chained, groups.separator(0) == .space { return nil }
    if let last = northAmerican(groups, opening), finalEnd(text, groups.end(last)) != nil {
      return last
    }
    if let last = lastGroupBehindPrefix(text, groups) { return last }
    guard !groups.isDate else { return nil }
    return groups.digit(0) == 0 ? trunkGroup(text, groups) : otherGroup(groups)
  }

  /// The last group of `[1] NXX NXX XXXX` or `[1] NXX NXXXXXX`, whatever stands between.
  private static func northAmerican(
    _ groups: PhoneGroups, _ opening: PhoneOpening
  ) -> Int? {
    let first = groups.length(0) == 1 && groups.digit(0) == 1 ? 1 : 0
    guard groups.length(first) == 3, groups.digit(first) >= 2, groups.digit(first + 3) >= 1
    else { return nil }
    if groups.length(first + 1) == 3, groups.length(first + 2) == 4 { return first + 2 }
    return groups.length(first + 1) == 7 ? first + 1 : nil
  }

  /// Whether a North American number is written so that it needs no word near it: with
  /// parentheses around the area code, or a dash before the last four digits.
  private static func isFree(
    _ groups: PhoneGroups, _ last: Int, _ opening: PhoneOpening
  ) -> Bool {
    guard groups.length(last) == 4, opening != .glued else { return false }
    let first = last - 2
    if first == 1, groups.separator(0) == .dot || groups.separator(0) == .slash { return false }
    switch groups.separator(first) {
    case .closing: return true
    case .dash: return groups.separator(first + 1) == .dash
    case .space, .slash:
      return groups.separator(first + 1) == .dash && opening != .chained
    default: return false
    }
  }

  /// A trunk zero and 8 to 12 digits more in groups of two and more.
  private static func trunkGroup(_ text: Span<UInt8>, _ groups: PhoneGroups) -> Int? {
    var found: Int?
    var total = 0
    for group in 0..<groups.count {
      let length = groups.length(group)
      total += length
      guard length >= 2 || groups.separator(group) == .closing, total <= 13 else { break }
      if group > 0, total >= 9, finalEnd(text, groups.end(group)) != nil { found = group }
    }
    // `0.12345678` is a decimal, `06.12.34.56.78` is none.
    if let found, found == 1, groups.separator(0) == .dot { return nil }
    return found
  }

  /// Other countries' groups, which must be all that stands there: 10 to 12 digits with one
  /// separator or an area code in parentheses, or nine with spaces.
  private static func otherGroup(_ groups: PhoneGroups) -> Int? {
    let last = groups.count - 1
    let total = groups.totalDigits(last)
    guard last > 0, groups.separator(last) == .none, total >= 9, total <= 12 else { return nil }
    for group in 0...last {
      let length = groups.length(group)
      guard length >= 2 || group == 0, length <= 5 else { return nil }
    }
    if groups.has(.closing, in: last + 1) { return last }
    if groups.pattern(3) == 0x444, last == 2 { return nil }  // Aadhaar, cards
    if groups.areThousands { return nil }
    // Brazil's area code, and the number with a dash.
    if last == 2, groups.separator(0) == .space, groups.separator(1) == .dash,
      groups.pattern(3) == 0x254 || groups.pattern(3) == 0x244
    {
      return last
    }
    switch groups.commonSeparator(last + 1) {
    case .space:
      return total > 9 || groups.length(0) == 3 || groups.pattern(3) == 0x144 ? last : nil
    case .dash: return total > 9 ? last : nil
    default: return nil
    }
  }

  /// 10 or 11 digits that may be dialled: no time since 1970, which begins with 1; or 12 and 13
  /// behind a country code.
  private static func isBare(_ groups: PhoneGroups) -> Bool {
    let first = groups.digit(0)
    let second = groups.digit(1)
    switch groups.length(0) {
    case 10: return first != 1 && !groups.isPowerOfTwo
    case 11:
      return first == 0 || first >= 7 || first == 1 && second >= 2 || groups.digit(2) == 9
    case 12, 13:
      guard first > 1, let code = CountryCodes.match(first, second, groups.digit(2)) else {
        return false
      }
      let national = groups.length(0) - code.length
      return national >= code.fewest && national <= code.most
    default: return false
    }
  }

  /// Whether this is the postal code behind a state of America: `MA 02110-1301`.
  private static func isPostalCode(
    _ text: Span<UInt8>, _ start: Int, _ groups: PhoneGroups
  ) -> Bool {
    guard groups.length(0) == 5, groups.length(1) == 4, groups.separator(0) == .dash else {
      return false
    }
    var end = start
    while start - end < 3, Boundary.byte(text, end - 1) == .space { end -= 1 }
    return end < start && Boundary.byte(text, end - 1) &- 0x41 < 26
      && Boundary.byte(text, end - 2) &- 0x41 < 26
      && !Boundary.isWord(Boundary.byte(text, end - 3))
  }

  private static func isInContext(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ groups: PhoneGroups,
    _ last: Int
  ) -> Bool {
    PhoneContext.stands(text, key, start, groups.end(last))
      && !PhoneContext.isInURL(text, start)
  }
}

/// What stands before a number without a country code.
private enum PhoneOpening {
  /// Nothing that matters.
  case plain
  /// A digit and a space: the number may be the rest of a longer one.
  case chained
  /// A letter and `-` or `(`, or a `+`: the number may be part of an identifier or a formula.
  case glued
  /// What makes it part of something else.
  case refused

  init(_ text: Span<UInt8>, _ start: Int) {
    let before = Boundary.byte(text, start - 1)
    let second = Boundary.byte(text, start - 2)
    switch before {
    case .space: self = second.isDigit ? .chained : .plain
    case .minus where Boundary.isWord(second): self = second.isDigit ? .refused : .glued
    case UInt8(ascii: "+"): self = .glued
    case _ where before.isLetter: self = .glued
    default: self = Boundary.isNumberStart(text, start) ? .plain : .refused
    }
  }
}
