import Bytes

/// TODO
enum CNResidentID {
  static let entry = KindEntry(
    .cnResidentID, "CN_RESIDENT_ID", infoType: "CHINA_RESIDENT_ID_NUMBER", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
