import Bytes

/// TODO
enum INPAN {
  static let entry = KindEntry(
    .inPAN, "IN_PAN", infoType: "INDIA_PAN_INDIVIDUAL", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {}
}
