import Bytes

/// Secret access keys of AWS (spec/redaction.md, section 3): 40 characters of base64 that only the
/// name in front of them tells from a digest.
enum AWSSecretKey {
  static let entry = KindEntry(
    .awsSecretKey, "AWS_SECRET_KEY", infoType: "AWS_CREDENTIALS", .vendorToken,
    confidence: "3", definition: "40 characters of base64 behind aws_secret_access_key or its like",
    example: "aws_secret_access_key = " + "kQ7dR2mX9vB4nT6w" + "Z1sY8pL3cF5gH0jK/uE+aNqV")

  /// Notes the value behind a name where both are those of a secret access key.
  static func find(
    _ text: Span<UInt8>, _ nameText: Span<UInt8>, _ name: AssignedName, _ value: AssignedValue,
    into hits: inout Hits
  ) -> Bool {
    guard hits.wants(.awsSecretKey), value.end - value.start == 40 else { return false }
    let folded = FoldedName(nameText, name.start, name.end)
    guard
      folded.contains("secretaccesskey") || folded.contains("secretkey")
        || folded.contains("awssec")
    else { return false }
    for offset in value.start..<value.end where !isBase64(text[offset]) { return false }
    let shape = ValueShape(text, value.start, value.end)
    guard shape.hasBothCases, shape.changes > 4,
      !Dummy.isPlaceholder(text, value.start, value.end),
      !WordCheck.stands("examplekey", at: value.end - 10, in: text)
    else { return false }
    hits.add(.awsSecretKey, value.start, value.end, confidence: 3)
    return true
  }

  /// Whether a byte is one of base64's without padding (RFC 4648, section 4).
  static func isBase64(_ byte: UInt8) -> Bool {
    Boundary.isAlphanumeric(byte) || byte == .slash || byte == UInt8(ascii: "+")
  }
}
