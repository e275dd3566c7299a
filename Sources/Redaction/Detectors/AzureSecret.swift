import Bytes

/// TODO
enum AzureSecret {
  static let entry = KindEntry(
    .azureSecret, "AZURE_SECRET", infoType: "AZURE_AUTH_TOKEN", .vendorToken,
    confidence: "3", definition: "", example: "")

  static func findTilde(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {}
}
