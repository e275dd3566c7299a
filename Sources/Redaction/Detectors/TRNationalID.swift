import Bytes

/// TODO
enum TRNationalID {
  static let entry = KindEntry(
    .trNationalID, "TR_NATIONAL_ID", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
