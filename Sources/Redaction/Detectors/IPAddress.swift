import Bytes

/// TODO
enum IPAddress {
  static let entry = KindEntry(
    .ipAddress, "IP_ADDRESS", infoType: "IP_ADDRESS", .ip,
    confidence: "3", definition: "", example: "")

  static func findVersion4(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, into hits: inout Hits
  ) {}

  static func findVersion6(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) -> Int { 0 }
}
