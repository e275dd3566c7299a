import Bytes

/// TODO
enum PrivateKey {
  static let entry = KindEntry(
    .privateKey, "PRIVATE_KEY", infoType: "ENCRYPTION_KEY", .privateKey,
    confidence: "3", definition: "", example: "")

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) -> Int { 0 }
}
