import Bytes

/// TODO
enum CASIN {
  static let entry = KindEntry(
    .caSIN, "CA_SIN", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
