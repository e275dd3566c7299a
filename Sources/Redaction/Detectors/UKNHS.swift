import Bytes

/// TODO
enum UKNHS {
  static let entry = KindEntry(
    .ukNHS, "UK_NHS", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
