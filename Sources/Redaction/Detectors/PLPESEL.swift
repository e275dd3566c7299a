import Bytes

/// TODO
enum PLPESEL {
  static let entry = KindEntry(
    .plPESEL, "PL_PESEL", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
