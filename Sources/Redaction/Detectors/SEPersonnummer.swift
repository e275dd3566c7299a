import Bytes

/// Finds Swedish personal identity numbers and coordination numbers: a date of six or eight
/// digits, `-` or `+` (from the age of 100) and four digits, the last by Luhn over ten
/// (spec/redaction.md, section 2; Skatteverket, SKV 704 and 707).
///
/// The day of a coordination number (samordningsnummer) is 60 more. All forms need a word near
/// them, for a date and a number behind a dash are the names of many things.
enum SEPersonnummer {
  static let entry = KindEntry(
    .sePersonnummer, "SE_PERSONNUMMER", .checksummed,
    confidence: "2 in context, else 1",
    definition: "Swedish personal identity number: date and 4 digits, Luhn over ten",
    example: "personnummer 811218-9876")

  private static let context = ContextWords([
    "personnummer", "pnr", "identity number", "personal identity", "personal number", "personnr",
    "samordningsnummer", "coordination number", "person nr", "persnr", "pers.nr", "ssn",
    "swedish id",
    "personnumret", "personnumer",
  ])

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    let start = groups.start
    let length = groups.length(0)
    var serialStart = groups.end(0)
    switch length {
    case 6, 8:
      let sign = Boundary.byte(text, serialStart)
      guard sign == .minus || sign == UInt8(ascii: "+") else { return }
      serialStart += 1
    case 10, 12: serialStart -= 4
    default: return
    }
    let end = serialStart + 4
    guard hits.wants(.sePersonnummer), let serial = Digits.value(text, at: serialStart, count: 4),
      Boundary.isNumberEnd(text, end)
    else { return }
    let hasCentury = length == 8 || length == 12
    let birth = groups.value(hasCentury ? 8 : 6)
    guard isDate(birth, hasCentury), isLuhn(birth % 1_000_000 * 10_000 + serial) else { return }
    let isNear = context.stand(near: start, end, in: text, key: key)
    hits.add(.sePersonnummer, start, end, confidence: isNear ? 2 : 1)
  }

  /// Where the century is not given, 2000 is as good as any: it has every day that others have.
  private static func isDate(_ birth: Int, _ hasCentury: Bool) -> Bool {
    let year = hasCentury ? birth / 10_000 : 2000 + birth / 10_000
    let day = birth % 100
    return (1800..<2100).contains(year)
      && Checksums.isDate(
        year: year, month: birth / 100 % 100, day: day > 60 ? day - 60 : day)
  }

  private static func isLuhn(_ number: Int) -> Bool {
    var rest = number
    var sum = 0
    for place in 0..<10 {
      let digit = rest % 10 * (place % 2 + 1)
      sum += digit / 10 + digit % 10
      rest /= 10
    }
    return sum % 10 == 0
  }
}
