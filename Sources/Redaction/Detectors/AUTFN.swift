import Bytes

/// TODO
enum AUTFN {
  static let entry = KindEntry(
    .auTFN, "AU_TFN", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
