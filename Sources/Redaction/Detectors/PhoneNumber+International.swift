import Bytes

/// Numbers with a country code: behind `+` they need no word near them, behind `00` or `011`
/// they do.
extension PhoneNumber {
  /// Looks at the digits behind the `+` at `plus`; whether they are a number.
  static func findInternational(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ plus: Int, into hits: inout Hits
  ) -> Bool {
    let before = Boundary.byte(text, plus - 1)
    if Boundary.isWord(before) || before == UInt8(ascii: "+") { return false }
    let groups = PhoneGroups(text, at: plus + 1)
    guard
      let code = CountryCodes.match(groups.digit(0), groups.digit(1), groups.digit(2)),
      groups.length(0) >= code.length
    else { return false }
    if let last = lastGroup(text, groups, code, from: 0),
      isPlain(groups, last) && groups.totalDigits(last) >= 10
        || PhoneContext.stands(text, key, plus, groups.end(last)),
      let end = finalEnd(text, groups.end(last))
    {
      hits.add(.phoneNumber, plus, end, confidence: 3)
      return true
    }
    // As many digits as no number of that country has: a slip of the pen, if a word says so.
    guard let last = lastGroup(text, groups, nil, from: 0),
      PhoneContext.stands(text, key, plus, groups.end(last)),
      let end = finalEnd(text, groups.end(last))
    else { return false }
    hits.add(.phoneNumber, plus, end, confidence: 3)
    return true
  }

  /// Whether `digits` of the groups from there on are the country code and number that `00` or
  /// `011` begins; gives the last group.
  static func lastGroupBehindPrefix(
    _ text: Span<UInt8>, _ groups: PhoneGroups
  ) -> Int? {
    guard groups.digit(0) == 0 else { return nil }
    let prefix =
      groups.digit(1) == 0 ? 2 : groups.digit(1) == 1 && groups.digit(2) == 1 ? 3 : 0
    guard prefix > 0, groups.length(0) >= prefix,
      let code = CountryCodes.match(
        groups.digit(prefix), groups.digit(prefix + 1), groups.digit(prefix + 2))
    else { return nil }
    return lastGroup(text, groups, code, from: prefix)
  }

  /// The last group at which the number may end.
  ///
  /// It has as many digits as `code` asks for, or 8 to 15 in all where that is nil. The country
  /// code begins at the digit `first`.
  private static func lastGroup(
    _ text: Span<UInt8>, _ groups: PhoneGroups, _ code: CountryCodes.Match?,
    from first: Int
  ) -> Int? {
    var found: Int?
    var total = 0
    var hasTrunkZero = false
    for group in 0..<groups.count {
      total += groups.length(group)
      // `+44 (0)20`: the zero in parentheses is not dialled.
      if group > 0, groups.separator(group - 1) == .opening, groups.length(group) == 1,
        groups.digit(total - 1) == 0
      {
        hasTrunkZero = true
      }
      let digits = total - first - (hasTrunkZero ? 1 : 0)
      guard digits >= 8 || code != nil, digits <= 15 else { continue }
      if let code {
        let national = digits - code.length
        let isWritten = !hasTrunkZero && groups.digit(first + code.length) == 0
        guard national >= code.fewest, national <= code.most + (isWritten ? 1 : 0), digits >= 8
        else { continue }
      }
      if finalEnd(text, groups.end(group)) != nil { found = group }
    }
    return found
  }

  /// Whether the dots are those of a number: none, or two and more and nothing but dots.
  ///
  /// One dot alone is a decimal's, dots and dashes are a coordinate's.
  private static func isPlain(_ groups: PhoneGroups, _ last: Int) -> Bool {
    guard groups.has(.dot, in: last + 1) else { return true }
    return last >= 2 && !groups.has(.dash, in: last + 1) && !groups.has(.space, in: last + 1)
  }
}
