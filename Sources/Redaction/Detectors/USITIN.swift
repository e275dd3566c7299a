import Bytes

/// Finds US Individual Taxpayer Identification Numbers (spec/redaction.md, section 2):
/// `911-70-1234`.
///
/// They look like Social Security numbers whose area begins with 9; the groups that the Internal
/// Revenue Service gives out tell them from others (Publication 4757).
enum USITIN {
  static let entry = KindEntry(
    .usITIN, "US_ITIN", infoType: "US_INDIVIDUAL_TAXPAYER_IDENTIFICATION_NUMBER", .checksummed,
    confidence: "2",
    definition:
      "9dd-dd-dddd; group 50-65, 70-88, 90-92, 94-99; with spaces or without separators in context",
    example: "ITIN 999-88-0000")

  private static let words = ContextWords([
    "itin", "taxpayer", "tax payer", "tin", "tax id", "taxid", "tax identification",
  ])

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    guard groups.digits[0] == 9, groups.digitCount >= 9, hits.wants(.usITIN),
      isGiven(groups.value(3..<5))
    else { return }
    let start = groups.start
    if let end = groups.end(of: 0x324, .dash), !Boundary.continuesChain(text, start) {
      guard Boundary.isNumberEnd(text, end) else { return }
      hits.add(.usITIN, start, end, confidence: 2)
    } else if let end = endOfOtherForm(groups) {
      guard Boundary.isNumberEnd(text, end), words.stand(near: start, end, in: text, key: key)
      else { return }
      hits.add(.usITIN, start, end, confidence: 2)
    }
  }

  private static func endOfOtherForm(_ groups: borrowing DigitGroups) -> Int? {
    if let end = groups.end(bare: 9, or: 0x324, .spaceOrDash) { return end }
    return groups.end(of: 0x36, or: 0x54, .spaceOrDash)
  }

  private static func isGiven(_ group: Int) -> Bool {
    (50...65).contains(group) || (70...88).contains(group) || (90...92).contains(group)
      || (94...99).contains(group)
  }
}
