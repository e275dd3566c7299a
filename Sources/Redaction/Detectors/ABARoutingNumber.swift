import Bytes

/// Routing numbers of banks in the United States (spec/redaction.md, section 2; ABA's Key to
/// Routing Numbers): nine digits, bare or as `1234-5678-9`, in context only.
///
/// One number in ten satisfies the checksum and one in three the first digits, so that they say
/// little without a word beside them.
enum ABARoutingNumber {
  static let entry = KindEntry(
    .abaRoutingNumber, "ABA_ROUTING_NUMBER", infoType: "US_BANK_ROUTING_MICR", .checksummed,
    confidence: "2 in context",
    definition:
      "9 digits, bare or 4-4-1, of a Federal Reserve district, weights 3 7 1, beside `routing`",
    example: "routing number 072000012")

  private static let context = ContextWords([
    "routing", "aba", "rtn", "rtns", "abarouting", "bankrouting", "routingnumber",
  ])

  /// The numbers that begin the groups' first digit.
  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    guard hits.wants(.abaRoutingNumber), let end = end(groups),
      Boundary.isNumberEnd(text, end), isDistrict(groups.value(2)), isChecked(groups),
      !groups.isOneDigitRepeated(9),
      context.stand(near: groups.start, end, in: text, key: key)
    else { return }
    hits.add(.abaRoutingNumber, groups.start, end, confidence: 2)
  }

  private static func end(_ groups: borrowing DigitGroups) -> Int? {
    if let end = groups.endOfBare(9) { return end }
    return groups.end(of: 0x441, .dash)
  }

  /// The government, the twelve districts, their thrifts, electronic numbers, traveller's cheques.
  private static func isDistrict(_ prefix: Int) -> Bool {
    switch prefix {
    case 0...12, 21...32, 61...72, 80: true
    default: false
    }
  }

  private static func isChecked(_ groups: borrowing DigitGroups) -> Bool {
    var sum = 0
    var index = 0
    while index < 9 {
      sum += 3 * Int(groups.digits[index]) + 7 * Int(groups.digits[index + 1])
      sum += Int(groups.digits[index + 2])
      index += 3
    }
    return sum % 10 == 0
  }
}
