import Bytes

/// Finds German tax identification numbers (IdNr): eleven digits, bare or `86 095 742 719`
/// (spec/redaction.md, section 2; § 139b AO, check digit by ISO 7064 mod 11,10).
enum DETaxID {
  static let entry = KindEntry(
    .deTaxID, "DE_TAX_ID", infoType: "GERMANY_TAXPAYER_IDENTIFICATION_NUMBER", .checksummed,
    confidence: "2 in context, else 1",
    definition: "German tax id: 11 digits, one of them repeated, ISO 7064 mod 11,10",
    example: "Steuer-ID: 86095742719")

  private static let context = ContextWords([
    "steuer id", "steuerid", "idnr", "id nr", "tin", "tax id", "steuernummer", "steuer nummer",
    "identifikationsnummer", "steueridentifikationsnummer", "steueridentnummer", "steueridnr",
    "tax identification", "tax number", "bzst",
  ])

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    guard let end = end(groups), hits.wants(.deTaxID), Boundary.isNumberEnd(text, end),
      isValid(groups)
    else { return }
    let isNear = context.stand(near: groups.start, end, in: text, key: key)
    hits.add(.deTaxID, groups.start, end, confidence: isNear ? 2 : 1)
  }

  private static func end(_ groups: borrowing DigitGroups) -> Int? {
    switch groups.length(0) {
    case 11: groups.end(0)
    case 2: groups.end(of: 0x2333, .space)
    default: nil
    }
  }

  private static func isValid(_ groups: borrowing DigitGroups) -> Bool {
    guard groups.digits[0] != 0, hasOneRepetition(groups) else { return false }
    var product = 10
    for index in 0..<10 {
      let sum = (Int(groups.digits[index]) + product) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (11 - product) % 10 == Int(groups.digits[10])
  }

  /// Whether exactly one of the first ten digits occurs twice or thrice, thrice never in a row.
  private static func hasOneRepetition(_ groups: borrowing DigitGroups) -> Bool {
    var counts = InlineArray<10, UInt8>(repeating: 0)
    for index in 0..<10 {
      counts[Int(groups.digits[index])] += 1
      let digit = groups.digits[index]
      if index > 1, digit == groups.digits[index - 1], digit == groups.digits[index - 2] {
        return false
      }
    }
    var repeated = 0
    for digit in 0..<10 where counts[digit] > 1 {
      guard counts[digit] <= 3 else { return false }
      repeated += 1
    }
    return repeated == 1
  }
}
