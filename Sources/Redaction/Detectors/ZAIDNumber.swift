import Bytes

/// TODO
enum ZAIDNumber {
  static let entry = KindEntry(
    .zaIDNumber, "ZA_ID_NUMBER", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
