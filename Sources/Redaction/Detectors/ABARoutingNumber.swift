import Bytes

/// TODO
enum ABARoutingNumber {
  static let entry = KindEntry(
    .abaRoutingNumber, "ABA_ROUTING_NUMBER", infoType: "US_BANK_ROUTING_MICR", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
