import Bytes

/// TODO
enum URLCredentials {
  static let entry = KindEntry(
    .urlCredentials, "URL_CREDENTIALS", .urlOrHeader,
    confidence: "3", definition: "", example: "")

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {}
}
