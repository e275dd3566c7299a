import Bytes

/// TODO
enum ESNIE {
  static let entry = KindEntry(
    .esNIE, "ES_NIE", infoType: "SPAIN_NIE_NUMBER", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {}

  static func findDashed(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {}
}
