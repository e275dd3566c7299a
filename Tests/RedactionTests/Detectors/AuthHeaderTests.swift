import Testing

@testable import Redaction

@Suite struct AuthHeaderTests {
  static let token = "q8Zt5Lw2" + "Xn7Rk4Vb9Md1"

  @Test(arguments: [
    "Authorization: Bearer %", "authorization: bearer %", "\"Authorization\": \"Bearer %\"",
    "-H 'Authorization: Token %'", "Authorization=Basic %", "Proxy-Authorization: Basic %",
    "\\\"Authorization\\\": \\\"Bearer %\\\"", "Authorization: %",
    "headers[\"Authorization\"] = \"Bearer %\"",
    "set(\"Authorization\", \"Bearer %\")", "sent Bearer % to it", "x-api-key: %",
    "X-API-Key=\"%\"",
  ])
  func credentialsAreFoundInHeaders(form: String) {
    let text = form.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: Self.token)
    #expect(found(in: text) == ["AUTH_HEADER:" + Self.token], "\(text)")
  }

  @Test func shortBasicCredentialsMustDecode() {
    // "app:kranich" and "no colon here" in base64.
    #expect(found(in: "Authorization: Basic " + "YXBwOmty" + "YW5pY2g=").count == 1)
    #expect(found(in: "Authorization: Basic " + "bm8gY29s" + "b24=").isEmpty)
  }

  @Test func membersAreHeaders() {
    #expect(
      found(in: "Bearer " + Self.token, key: "Authorization") == ["AUTH_HEADER:" + Self.token])
  }

  @Test(arguments: [
    "Authorization: Bearer <token>", "Authorization: Bearer $TOKEN",
    "Authorization: Bearer ${TOKEN1}",
    "Authorization: Bearer XXXXXXXXXXXXXXXXXXXX", "Authorization: Basic ...",
    "Authorization: required1",
    "Authorization: Bearer ACCESS_TOKEN_VALUE", "Authorization: Basic authentication",
    "authorization: none",
    "Authorization: AWS4-HMAC-SHA256 Credential=x", "x-api-key: $KEY", "x-api-key: short1",
    "Authorization: Bearer token", "the bearer authentication2 scheme",
    "authorization = base64.b64decode(x1)",
    "Authorization: Token **********", "x-api-key: your-api-key-goes-here-1",
  ])
  func placeholdersAndProseAreLeft(text: String) {
    #expect(found(in: text).isEmpty, "\(found(in: text))")
  }
}
