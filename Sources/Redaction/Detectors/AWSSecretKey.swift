import Bytes

/// TODO
enum AWSSecretKey {
  static let entry = KindEntry(
    .awsSecretKey, "AWS_SECRET_KEY", infoType: "AWS_CREDENTIALS", .vendorToken,
    confidence: "3", definition: "", example: "")
}
