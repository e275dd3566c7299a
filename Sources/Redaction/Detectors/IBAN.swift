import Bytes

/// TODO
enum IBAN {
  static let entry = KindEntry(
    .iban, "IBAN_CODE", infoType: "IBAN_CODE", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {}
}
