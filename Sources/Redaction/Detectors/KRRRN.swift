import Bytes

/// TODO
enum KRRRN {
  static let entry = KindEntry(
    .krRRN, "KR_RRN", infoType: "KOREA_RRN", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
