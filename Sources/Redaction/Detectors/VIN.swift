import Bytes

/// TODO
enum VIN {
  static let entry = KindEntry(
    .vin, "VIN", infoType: "VEHICLE_IDENTIFICATION_NUMBER", .checksummed,
    confidence: "3", definition: "", example: "")

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {}
}
