import Bytes

/// TODO
enum GenericSecret {
  static let entry = KindEntry(
    .genericSecret, "GENERIC_SECRET", infoType: "PASSWORD", .generic,
    confidence: "3", definition: "", example: "")
}
