import Bytes

/// Finds Australian Business Numbers (spec/redaction.md, section 2): `51 824 753 556`.
///
/// One number of 89 passes the Australian Business Register's checksum, but eleven digits are
/// many things, so a word must say what it is.
enum AUABN {
  static let entry = KindEntry(
    .auABN, "AU_ABN", .checksummed, confidence: "2",
    definition:
      "eleven digits, bare or grouped 2-3-3-3; first less one, weights 10 1 3 to 19 mod 89; "
      + "in context",
    example: "ABN 51 824 753 556")

  private static let words = ContextWords(["abn", "business number", "australian business"])
  private static let weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    // The first digit counts less one, and so does its weight.
    guard let end = groups.end(bare: 11, or: 0x2333, .spaceOrDash), hits.wants(.auABN),
      groups.digits[0] != 0, Checksums.sum(groups, weights) % 89 == weights[0],
      Boundary.isNumberEnd(text, end), words.stand(near: groups.start, end, in: text, key: key)
    else { return }
    hits.add(.auABN, groups.start, end, confidence: 2)
  }
}
