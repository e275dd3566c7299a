import Bytes

/// Finds Turkish identity numbers (TC kimlik no): eleven digits in context.
///
/// The tenth and eleventh are checks of those before them (spec/redaction.md, section 2).
enum TRNationalID {
  static let entry = KindEntry(
    .trNationalID, "TR_NATIONAL_ID", .checksummed,
    confidence: "2 in context, else 1",
    definition: "Turkish identity number: 11 digits, two check digits modulo 10",
    example: "TC kimlik no 10000000146")

  /// `İ` is in the list as it stands: folding is for ASCII alone.
  private static let context = ContextWords([
    "kimlik", "kİmlİk", "kimliği", "kimliğim", "tckn", "tckno", "tc no", "t.c. no", "nüfus",
    "national id", "turkish id", "turkish identity", "turkish identification",
    "turkish national",
  ])

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    guard let end = groups.endOfBare(11), groups.digits[0] != 0, hits.wants(.trNationalID),
      Boundary.isNumberEnd(text, end), hasChecksum(groups)
    else { return }
    let isNear = context.stand(near: groups.start, end, in: text, key: key)
    hits.add(.trNationalID, groups.start, end, confidence: isNear ? 2 : 1)
  }

  /// Seven times the odd places less the even ones is the tenth; the sum of ten the eleventh.
  private static func hasChecksum(_ groups: borrowing DigitGroups) -> Bool {
    var odd = 0
    var even = 0
    for index in 0..<9 {
      let digit = Int(groups.digits[index])
      if index % 2 == 0 { odd += digit } else { even += digit }
    }
    let tenth = (odd * 7 - even + 40) % 10
    guard tenth == Int(groups.digits[9]) else { return false }
    return (odd + even + tenth) % 10 == Int(groups.digits[10])
  }
}
