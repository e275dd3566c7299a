import Bytes

/// TODO
enum SGNRIC {
  static let entry = KindEntry(
    .sgNRIC, "SG_NRIC_FIN", infoType: "SINGAPORE_NATIONAL_REGISTRATION_ID_NUMBER", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {}
}
