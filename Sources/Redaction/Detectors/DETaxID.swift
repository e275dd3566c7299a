import Bytes

/// TODO
enum DETaxID {
  static let entry = KindEntry(
    .deTaxID, "DE_TAX_ID", infoType: "GERMANY_TAXPAYER_IDENTIFICATION_NUMBER", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
