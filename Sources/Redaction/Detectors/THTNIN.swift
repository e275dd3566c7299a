import Bytes

/// Finds Thai national identity numbers: thirteen digits in context, bare or grouped as
/// `1-2345-67890-12-1` (spec/redaction.md, section 2; weights 13 to 2 modulo 11).
enum THTNIN {
  static let entry = KindEntry(
    .thTNIN, "TH_TNIN", .checksummed,
    confidence: "2 in context, else 1",
    definition: "Thai national id: 13 digits, weights 13 to 2 modulo 11",
    example: "Thai ID 1-2345-67890-12-1")

  /// The Thai words are parts of the usual ones, whose bytes would not fit before a number.
  private static let context = ContextWords([
    "tnin", "thai id", "thai national", "thai citizen", "national id", "citizen id",
    "ประชาชน", "ปชช", "thailand id", "thai identification", "thai identity",
  ])

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    guard let end = end(groups), groups.digits[0] != 0, hits.wants(.thTNIN),
      Boundary.isNumberEnd(text, end), hasChecksum(groups)
    else { return }
    let isNear = context.stand(near: groups.start, end, in: text, key: key)
    hits.add(.thTNIN, groups.start, end, confidence: isNear ? 2 : 1)
  }

  private static func end(_ groups: borrowing DigitGroups) -> Int? {
    switch groups.length(0) {
    case 13: groups.end(0)
    case 1: groups.end(of: 0x14521, .spaceOrDash)
    default: nil
    }
  }

  private static func hasChecksum(_ groups: borrowing DigitGroups) -> Bool {
    var sum = 0
    for index in 0..<12 { sum += Int(groups.digits[index]) * (13 - index) }
    return (11 - sum % 11) % 10 == Int(groups.digits[12])
  }
}
