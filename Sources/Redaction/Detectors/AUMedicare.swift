import Bytes

/// TODO
enum AUMedicare {
  static let entry = KindEntry(
    .auMedicare, "AU_MEDICARE", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
