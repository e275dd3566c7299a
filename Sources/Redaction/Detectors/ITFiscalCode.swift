import Bytes

/// TODO
enum ITFiscalCode {
  static let entry = KindEntry(
    .itFiscalCode, "IT_FISCAL_CODE", infoType: "ITALY_FISCAL_CODE", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {}
}
