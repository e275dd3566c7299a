import Bytes

/// TODO
enum JWT {
  static let entry = KindEntry(
    .jwt, "JWT", infoType: "JSON_WEB_TOKEN", .jwt,
    confidence: "3", definition: "", example: "")
}
