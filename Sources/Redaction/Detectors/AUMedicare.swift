import Bytes

/// Finds Australian Medicare card numbers (spec/redaction.md, section 2): `2123 45670 1`.
///
/// The ninth digit checks the eight before it, the tenth counts the cards issued; one number of
/// ten passes, so a word must say what it is.
enum AUMedicare {
  static let entry = KindEntry(
    .auMedicare, "AU_MEDICARE", infoType: "AUSTRALIA_MEDICARE_NUMBER", .checksummed,
    confidence: "2",
    definition:
      "ten digits, bare or grouped 4-5-1; from 2 to 6; ninth by weights 1 3 7 9 mod 10; "
      + "in context",
    example: "Medicare 2123 45670 1")

  private static let words = ContextWords(["medicare"])
  private static let weights = [1, 3, 7, 9, 1, 3, 7, 9]

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    guard let end = groups.end(bare: 10, or: 0x451, .spaceOrDash), hits.wants(.auMedicare),
      (2...6).contains(groups.digits[0]),
      Checksums.sum(groups, weights) % 10 == Int(groups.digits[8]),
      Boundary.isNumberEnd(text, end), words.stand(near: groups.start, end, in: text, key: key)
    else { return }
    hits.add(.auMedicare, groups.start, end, confidence: 2)
  }
}
