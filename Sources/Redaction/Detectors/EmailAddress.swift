import Bytes

/// TODO
enum EmailAddress {
  static let entry = KindEntry(
    .emailAddress, "EMAIL_ADDRESS", infoType: "EMAIL_ADDRESS", .email,
    confidence: "3", definition: "", example: "")

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {}
}
