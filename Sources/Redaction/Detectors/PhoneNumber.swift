import Bytes

/// TODO
enum PhoneNumber {
  static let entry = KindEntry(
    .phoneNumber, "PHONE_NUMBER", infoType: "PHONE_NUMBER", .phone,
    confidence: "3", definition: "", example: "")

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, into hits: inout Hits
  ) {}
}
