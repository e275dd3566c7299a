import Bytes

/// TODO
enum USMBI {
  static let entry = KindEntry(
    .usMBI, "US_MBI", infoType: "US_MEDICARE_BENEFICIARY_ID_NUMBER", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {}
}
