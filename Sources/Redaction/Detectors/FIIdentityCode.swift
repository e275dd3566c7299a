import Bytes

/// TODO
enum FIIdentityCode {
  static let entry = KindEntry(
    .fiIdentityCode, "FI_PERSONAL_IDENTITY_CODE", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
