import Bytes

/// Finds US Medicare Beneficiary Identifiers (spec/redaction.md, section 2): `1EG4-TE5-MK73`.
///
/// What may stand at each of the eleven places, the Centers for Medicare & Medicaid Services say
/// ("Understanding the MBI"); there is no checksum. Written with dashes an identifier stands for
/// itself, without them it needs a word that says what it is.
enum USMBI {
  static let entry = KindEntry(
    .usMBI, "US_MBI", infoType: "US_MEDICARE_BENEFICIARY_ID_NUMBER", .checksummed,
    confidence: "2",
    definition:
      "eleven letters and digits, each of its place's class, no S, L, O, I, B or Z; grouped "
      + "4-3-4 with dashes, compact in context",
    example: "MBI 1EG4-TE5-MK73")

  private static let words = ContextWords([
    "mbi", "medicare", "medicaid", "beneficiary", "hicn",
  ])
  /// A bit for each letter from A on: all but S, L, O, I, B and Z.
  private static let letters: UInt32 = 0x01FB_B6FD
  /// A bit for each place that takes a letter, and one for each that takes a digit.
  private static let letterPlaces = 0b001_1011_0110
  private static let digitPlaces = 0b110_0110_1101

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    let isCompact = end - start == 11
    guard isCompact || end - start == 4, hits.wants(.usMBI) else { return }
    if isCompact {
      guard fits(text, start, 0, 11), words.stand(near: start, end, in: text, key: key) else {
        return
      }
      hits.add(.usMBI, start, end, confidence: 2)
    } else {
      guard Boundary.byte(text, start + 4) == .minus, Boundary.byte(text, start + 8) == .minus,
        fits(text, start, 0, 4), fits(text, start + 1, 4, 7), fits(text, start + 2, 7, 11),
        Boundary.isNumberEnd(text, start + 13), !Boundary.continuesChain(text, start)
      else { return }
      hits.add(.usMBI, start, start + 13, confidence: 2)
    }
  }

  /// Whether the places `first ..< last` are filled as they may be; `start` is place 0.
  private static func fits(_ text: Span<UInt8>, _ start: Int, _ first: Int, _ last: Int) -> Bool {
    for place in first..<last {
      let byte = Boundary.byte(text, start + place)
      let isFit =
        byte.isDigit
        ? digitPlaces >> place & 1 == 1 && (place > 0 || byte != .zero)
        : letterPlaces >> place & 1 == 1 && isLetter(byte)
      guard isFit else { return false }
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte.isLetter && letters >> UInt32(byte.lowercased &- 0x61) & 1 == 1
  }
}
