import Bytes

/// TODO
enum BRCNPJ {
  static let entry = KindEntry(
    .brCNPJ, "BR_CNPJ", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
