import Bytes

/// TODO
enum AuthHeader {
  static let entry = KindEntry(
    .authHeader, "AUTH_HEADER", infoType: "HTTP_BASIC_AUTH_HEADER", .urlOrHeader,
    confidence: "3", definition: "", example: "")
}
