import Bytes

/// Finds US Social Security numbers (spec/redaction.md, section 2): `078-05-1121`.
///
/// There is no checksum; which areas, groups and numbers were never given to anybody, the Social
/// Security Administration says (POMS RM 10201.030 and the randomization of 2011). With dashes a
/// number stands for itself, in any other form it needs a word that says what it is.
enum USSSN {
  static let entry = KindEntry(
    .usSSN, "US_SSN", infoType: "US_SOCIAL_SECURITY_NUMBER", .checksummed,
    confidence: "3 with dashes, 2 in context",
    definition:
      "ddd-dd-dddd; area not 000, 666 or 9dd, group not 00, serial not 0000, no sample number; "
      + "with spaces, dots or without separators in context",
    example: "SSN 899-99-9999")

  private static let words = ContextWords([
    "ssn", "social security", "social sec", "soc sec", "ss#", "ss number", "social number",
    "social is", "seguro social",
  ])

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    guard hits.wants(.usSSN), groups.digitCount >= 9 else { return }
    let start = groups.start
    if let end = groups.end(of: 0x324, .dash), !Boundary.continuesChain(text, start) {
      guard isIssued(groups), Boundary.isNumberEnd(text, end) else { return }
      hits.add(.usSSN, start, end, confidence: 3)
    } else if let end = endOfOtherForm(groups) {
      guard isIssued(groups), Boundary.isNumberEnd(text, end),
        words.stand(near: start, end, in: text, key: key)
      else { return }
      hits.add(.usSSN, start, end, confidence: 2)
    }
  }

  private static func endOfOtherForm(_ groups: borrowing DigitGroups) -> Int? {
    if let end = groups.end(bare: 9, or: 0x324, [.dash, .space, .dot]) { return end }
    return groups.end(of: 0x36, or: 0x54, .spaceOrDash)
  }

  private static func isIssued(_ groups: borrowing DigitGroups) -> Bool {
    let area = groups.value(0..<3)
    guard area != 0, area != 666, area < 900, groups.value(3..<5) != 0, groups.value(5..<9) != 0
    else { return false }
    switch groups.value(9) {
    // On a wallet's sample card, in a pamphlet, and what everybody types.
    case 78_051_120, 219_099_999, 123_456_789: return false
    default: return !groups.isOneDigitRepeated(9)
    }
  }
}
