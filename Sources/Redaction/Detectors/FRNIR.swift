import Bytes

/// TODO
enum FRNIR {
  static let entry = KindEntry(
    .frNIR, "FR_NIR", infoType: "FRANCE_NIR", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
