import Bytes

/// Finds Australian Tax File Numbers (spec/redaction.md, section 2): `123 456 782`.
///
/// One number of eleven passes the Australian Taxation Office's checksum, so a word must say what
/// it is.
enum AUTFN {
  static let entry = KindEntry(
    .auTFN, "AU_TFN", infoType: "AUSTRALIA_TAX_FILE_NUMBER", .checksummed, confidence: "2",
    definition:
      "nine digits, bare or grouped 3-3-3; weights 1 4 3 7 5 8 6 9 10 mod 11; in context",
    example: "TFN 123 456 782")

  private static let words = ContextWords(["tfn", "tax file"])
  private static let weights = [1, 4, 3, 7, 5, 8, 6, 9, 10]

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    guard let end = groups.end(bare: 9, or: 0x333, .spaceOrDash), hits.wants(.auTFN),
      Checksums.sum(groups, weights) % 11 == 0, !groups.isOneDigitRepeated(9),
      Boundary.isNumberEnd(text, end), words.stand(near: groups.start, end, in: text, key: key)
    else { return }
    hits.add(.auTFN, groups.start, end, confidence: 2)
  }
}
