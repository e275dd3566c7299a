import Bytes

/// TODO
enum ESNIF {
  static let entry = KindEntry(
    .esNIF, "ES_NIF", infoType: "SPAIN_NIF_NUMBER", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
