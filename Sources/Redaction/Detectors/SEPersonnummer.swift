import Bytes

/// TODO
enum SEPersonnummer {
  static let entry = KindEntry(
    .sePersonnummer, "SE_PERSONNUMMER", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
