import Bytes

/// TODO
enum THTNIN {
  static let entry = KindEntry(
    .thTNIN, "TH_TNIN", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
