import Bytes

/// Finds Canadian Social Insurance Numbers (spec/redaction.md, section 2): `123 456 782`.
///
/// One number of ten passes Luhn's checksum, so a word must say what it is. None begins with 0 or
/// 8 (Service Canada).
enum CASIN {
  static let entry = KindEntry(
    .caSIN, "CA_SIN", infoType: "CANADA_SOCIAL_INSURANCE_NUMBER", .checksummed,
    confidence: "2",
    definition: "nine digits, bare or grouped 3-3-3; not from 0 or 8; Luhn; in context",
    example: "SIN 123 456 782")

  private static let words = ContextWords([
    "sin", "nas", "social insurance", "assurance sociale",
  ])

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    guard let end = groups.end(bare: 9, or: 0x333, .spaceOrDash), hits.wants(.caSIN),
      groups.digits[0] != 0, groups.digits[0] != 8, Checksums.isLuhn(groups, 0..<9),
      !groups.isOneDigitRepeated(9), Boundary.isNumberEnd(text, end),
      words.stand(near: groups.start, end, in: text, key: key)
    else { return }
    hits.add(.caSIN, groups.start, end, confidence: 2)
  }
}
