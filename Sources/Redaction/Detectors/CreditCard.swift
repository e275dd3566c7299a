import Bytes

/// TODO
enum CreditCard {
  static let entry = KindEntry(
    .creditCard, "CREDIT_CARD", infoType: "CREDIT_CARD_NUMBER", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
