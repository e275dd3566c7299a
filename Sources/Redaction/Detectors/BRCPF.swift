import Bytes

/// TODO
enum BRCPF {
  static let entry = KindEntry(
    .brCPF, "BR_CPF", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
