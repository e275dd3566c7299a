import Bytes

/// Numbers of payment cards (spec/redaction.md, section 2; ISO/IEC 7812-1): 13 to 19 digits, bare
/// or in the groups in which cards have them printed, with Luhn's check digit.
///
/// One number in ten satisfies Luhn: so the first digits must be of a scheme that has numbers of
/// this length. Any other number is one only in context, and no point in time is.
enum CreditCard {
  static let entry = KindEntry(
    .creditCard, "CREDIT_CARD", infoType: "CREDIT_CARD_NUMBER", .checksummed,
    confidence: "3, 2 in context",
    definition:
      "13 to 19 digits, bare or grouped, of a card scheme and its lengths, Luhn;"
      + " other Luhn numbers from 12 digits on beside `card`",
    example: "card 4111 1111 1111 1111")

  private static let context = ContextWords([
    "card", "cards", "credit", "debit", "visa", "amex", "pan", "pans", "cc", "karte", "carte",
    "tarjeta", "カード", "卡", "mastercard", "american express", "discover", "jcb", "diners",
    "maestro", "unionpay", "cardnumber", "creditcard", "debitcard", "kreditkarte",
    "kreditkartennummer", "kreditkartennr", "kartennummer", "kartennr", "cartão", "cartao",
    "carta di credito", "карта", "карты",
  ])

  /// The groups of each number, most digits first; 4-4-4-3 and 4-4-4-2 are Amex and Diners numbers
  /// as people group them who don't have the card at hand.
  private static let patterns: InlineArray<8, UInt64> = [
    0x44443, 0x44442, 0x44441, 0x4444, 0x465, 0x4443, 0x464, 0x4442,
  ]

  /// The numbers that begin at the groups' first digit.
  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    guard groups.digitCount >= 12, hits.wants(.creditCard) else { return }
    let bare = groups.length(0)
    if bare >= 12, bare <= 19 {
      _ = isFound(groups, bare, groups.end(0), text, key, &hits)
    } else if bare == 4 {
      for index in patterns.indices {
        guard let end = groups.end(of: patterns[index], .spaceOrDash) else { continue }
        if isFound(groups, digitCount(patterns[index]), end, text, key, &hits) { return }
      }
    }
  }

  private static func digitCount(_ pattern: UInt64) -> Int {
    var count = 0
    var rest = pattern
    while rest > 0 {
      count += Int(rest & 15)
      rest >>= 4
    }
    return count
  }

  /// Notes the number of the first `length` digits, where it is one.
  private static func isFound(
    _ groups: borrowing DigitGroups, _ length: Int, _ end: Int, _ text: Span<UInt8>,
    _ key: Span<UInt8>, _ hits: inout Hits
  ) -> Bool {
    guard Boundary.isNumberEnd(text, end), Checksums.isLuhn(groups, 0..<length),
      !groups.isOneDigitRepeated(length)
    else { return false }
    if isOfScheme(groups.value(4), length) {
      if isInTable(groups, text, end),
        !context.stand(near: groups.start, end, in: text, key: key)
      {
        return false
      }
      hits.add(.creditCard, groups.start, end, confidence: 3)
      return true
    }
    guard !isTime(groups, length), context.stand(near: groups.start, end, in: text, key: key)
    else { return false }
    hits.add(.creditCard, groups.start, end, confidence: 2)
    return true
  }

  /// Whether the groups are four of a table of hexadecimal numbers: each one more than the one
  /// before, or with a neighbour of four digits of which one is a letter.
  private static func isInTable(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ end: Int
  ) -> Bool {
    guard groups.length(0) == 4 else { return false }
    let first = groups.value(4)
    let second = groups.value(4..<8)
    let third = groups.value(8..<12)
    if second == first + 1, third == second + 1 { return true }
    return isHexadecimalGroup(text, groups.start - 5) || isHexadecimalGroup(text, end + 1)
  }

  /// Whether four upper-case hexadecimal digits stand alone, one at least a letter.
  private static func isHexadecimalGroup(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var letters = 0
    for offset in start..<start + 4 {
      let byte = Boundary.byte(text, offset)
      if byte &- 0x41 < 6 { letters += 1 } else if !byte.isDigit { return false }
    }
    return letters > 0 && Boundary.isToken(text, start, start + 4)
  }

  /// Whether a scheme gives out numbers with these first four digits and this length.
  private static func isOfScheme(_ prefix: Int, _ length: Int) -> Bool {
    switch prefix {
    case 4000...4999: length == 16 || length == 19  // Visa
    case 5100...5599, 2221...2720: length == 16  // Mastercard
    case 3400...3499, 3700...3799: length == 15  // American Express
    case 6011, 6440...6499, 6500...6599: length >= 16  // Discover
    case 3528...3589: length >= 16  // JCB
    case 3000...3059, 3095, 3600...3699, 3800...3999: length == 14  // Diners Club
    case 6200...6299: length >= 16  // UnionPay
    case 2200...2204: length == 16  // Mir
    case 5018...5020, 5038, 5893, 6304, 6759, 6761...6763: length == 16  // Maestro
    default: false
    }
  }

  /// Whether a number looks like a point in time: milli-, micro- or nanoseconds since 1970, or
  /// year, month, day and more as in the names of migrations.
  private static func isTime(_ groups: borrowing DigitGroups, _ length: Int) -> Bool {
    if groups.digits[0] == 1, length == 13 || length == 16 || length == 19 { return true }
    guard length == 12 || length == 14 || length == 17 else { return false }
    let year = groups.value(4)
    guard year >= 1900, year < 2100, groups.value(8..<10) < 24 else { return false }
    return Checksums.isDate(year: year, month: groups.value(4..<6), day: groups.value(6..<8))
  }
}
