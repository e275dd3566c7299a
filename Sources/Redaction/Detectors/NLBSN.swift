import Bytes

/// Finds Dutch citizen service numbers (BSN): nine digits, bare or in groups, in context
/// (spec/redaction.md, section 2; weights 9 to 2 and -1 modulo 11).
enum NLBSN {
  static let entry = KindEntry(
    .nlBSN, "NL_BSN", .checksummed,
    confidence: "2 in context, else 1",
    definition: "Dutch BSN: 9 digits, weights 9 to 2 and -1 modulo 11",
    example: "BSN 111222333")

  private static let context = ContextWords([
    "bsn", "bsns", "burgerservicenummer", "burger service nummer", "sofinummer", "sofi nummer",
    "citizen service",
  ])

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    guard let end = end(groups), hits.wants(.nlBSN), Boundary.isNumberEnd(text, end),
      hasChecksum(groups), !groups.isOneDigitRepeated(9)
    else { return }
    let isNear = context.stand(near: groups.start, end, in: text, key: key)
    hits.add(.nlBSN, groups.start, end, confidence: isNear ? 2 : 1)
  }

  /// Bare, `1112.22.333` as it is printed, or in threes.
  private static func end(_ groups: borrowing DigitGroups) -> Int? {
    switch groups.length(0) {
    case 9: groups.end(0)
    case 4: groups.end(of: 0x423, [.dot, .space, .dash])
    case 3: groups.end(of: 0x333, [.dot, .space, .dash])
    default: nil
    }
  }

  private static func hasChecksum(_ groups: borrowing DigitGroups) -> Bool {
    var sum = -Int(groups.digits[8])
    for index in 0..<8 { sum += Int(groups.digits[index]) * (9 - index) }
    return sum % 11 == 0
  }
}
