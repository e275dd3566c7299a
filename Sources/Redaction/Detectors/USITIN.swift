import Bytes

/// TODO
enum USITIN {
  static let entry = KindEntry(
    .usITIN, "US_ITIN", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
