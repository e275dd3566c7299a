import Bytes

/// TODO
enum USSSN {
  static let entry = KindEntry(
    .usSSN, "US_SSN", infoType: "US_SOCIAL_SECURITY_NUMBER", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {}
}
