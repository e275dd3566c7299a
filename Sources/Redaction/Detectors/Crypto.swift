import Bytes

/// TODO
enum Crypto {
  static let entry = KindEntry(
    .crypto, "CRYPTO", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {}

  static func findBech32(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, into hits: inout Hits
  ) {}
}
