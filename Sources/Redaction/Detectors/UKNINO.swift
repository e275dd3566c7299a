import Bytes

/// TODO
enum UKNINO {
  static let entry = KindEntry(
    .ukNINO, "UK_NINO", infoType: "UK_NATIONAL_INSURANCE_NUMBER", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {}

  static func findSpaced(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {}
}
