import Bytes

/// Finds Indian Permanent Account Numbers (spec/redaction.md, section 2): `ABCPE1234F`.
///
/// The fourth letter says what the holder is, a person or one of nine kinds of bodies (Income Tax
/// Department); how the last letter checks the rest is not published. In lower case the shape is
/// one of many ids, and needs a word that says what it is.
enum INPAN {
  static let entry = KindEntry(
    .inPAN, "IN_PAN", infoType: "INDIA_PAN_INDIVIDUAL", .checksummed, confidence: "2",
    definition:
      "five letters, four digits but 0000, a letter; the fourth one of ABCFGHJLPT; upper case, "
      + "else in context",
    example: "PAN ABCPE1234F")

  private static let words = ContextWords(["pan", "permanent account", "income tax"])
  /// A bit for each letter from A on: A, B, C, F, G, H, J, L, P and T.
  private static let holders: UInt32 = 0x0008_8AE7

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    guard end - start == 10, text[start + 5].isDigit, text[end - 1].isLetter, hits.wants(.inPAN)
    else { return }
    var isUpper = true
    var serial: UInt8 = 0
    for place in 0..<10 {
      let byte = text[start + place]
      if (5...8).contains(place) {
        guard byte.isDigit else { return }
        serial |= byte & 15
      } else {
        guard byte.isLetter else { return }
        isUpper = isUpper && byte &- 0x41 < 26
      }
    }
    let holder = UInt32(text[start + 3].lowercased &- 0x61)
    guard serial != 0, holders >> holder & 1 == 1,
      isUpper || words.stand(near: start, end, in: text, key: key)
    else { return }
    hits.add(.inPAN, start, end, confidence: 2)
  }
}
