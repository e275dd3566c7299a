import Bytes

/// TODO
enum AUABN {
  static let entry = KindEntry(
    .auABN, "AU_ABN", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
