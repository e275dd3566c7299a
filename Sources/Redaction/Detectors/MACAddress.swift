import Bytes

/// TODO
enum MACAddress {
  static let entry = KindEntry(
    .macAddress, "MAC_ADDRESS", infoType: "MAC_ADDRESS", .ip,
    confidence: "3", definition: "", example: "")

  static func findColons(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) -> Int { 0 }

  static func findDashes(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {}

  static func findDots(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {}
}
