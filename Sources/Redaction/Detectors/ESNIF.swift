import Bytes

/// Finds Spanish tax numbers of citizens (NIF, the number of the DNI): eight digits and a letter,
/// `12345678Z`, `12345678-Z` or `12.345.678-Z` (spec/redaction.md, section 2; real decree
/// 1553/2005, the letter by the number modulo 23).
///
/// Seven digits, the leading zero left out, count in context only.
enum ESNIF {
  static let entry = KindEntry(
    .esNIF, "ES_NIF", infoType: "SPAIN_NIF_NUMBER", .checksummed,
    confidence: "3, 2 with dots or 7 digits in context",
    definition: "Spanish NIF: 8 digits and a letter modulo 23",
    example: "DNI 12345678-Z")

  private static let letters = Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)
  private static let context = ContextWords([
    "nif", "dni", "documento nacional", "identificación fiscal", "identificacion fiscal",
  ])

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    let length = groups.length(0)
    if length == 8 || length == 7 {
      guard let end = endOfLetter(text, groups.end(0), of: groups.value(length)) else { return }
      let isWhole = length == 8
      let start = groups.start
      let isFound = isWhole || context.stand(near: start, end, in: text, key: key)
      hits.add(.esNIF, start, end, confidence: isWhole ? 3 : isFound ? 2 : 1)
    } else if length == 2, let dotted = groups.end(of: 0x233, .dot),
      let end = endOfLetter(text, dotted, of: groups.value(8))
    {
      hits.add(.esNIF, groups.start, end, confidence: 2)
    }
  }

  /// The offset behind the letter of a number that stands at an offset, a `-` before it or none.
  static func endOfLetter(_ text: Span<UInt8>, _ offset: Int, of number: Int) -> Int? {
    let place = Boundary.byte(text, offset) == .minus ? offset + 1 : offset
    let letter = Boundary.byte(text, place)
    guard letter.isLetter, letter & 0xDF == letters[number % 23],
      Boundary.isNumberEnd(text, place + 1)
    else { return nil }
    return place + 1
  }
}
