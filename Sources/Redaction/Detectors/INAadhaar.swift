import Bytes

/// TODO
enum INAadhaar {
  static let entry = KindEntry(
    .inAadhaar, "IN_AADHAAR", infoType: "INDIA_AADHAAR_INDIVIDUAL", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
