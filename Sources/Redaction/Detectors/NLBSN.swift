import Bytes

/// TODO
enum NLBSN {
  static let entry = KindEntry(
    .nlBSN, "NL_BSN", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
