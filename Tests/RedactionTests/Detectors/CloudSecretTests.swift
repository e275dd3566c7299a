import Testing

@testable import Redaction

@Suite struct CloudSecretTests {
  static let awsKey = "kQ7dR2mX9vB4nT6w" + "Z1sY8pL3cF5gH0jK/uE+aNqV"
  static let key32 = "pT4mWz8QvK1xR7nB2dL6" + "sY9cH3gJ5fA0uE/oN+iVqXw="
  static let key64 =
    "pT4mWz8QvK1xR7nB2dL6sY9cH3gJ5fA0uE/oN+iVqXwA"
    + "b7Dk2Ls9Fz4Gx6Hc1Jv8Kn3Mq5Pw0RtYeUiOoAaSd=="
  static let client = "aB3" + "8Q~" + "rcBcYjzzOhg1Hnn76Wm3jGgakZiZ.8vMgR"

  @Test(arguments: [
    "aws_secret_access_key = %", "AWS_SECRET_ACCESS_KEY=\"%\"", "\"SecretAccessKey\": \"%\"",
    "aws secret key: %", "<SecretAccessKey>%</SecretAccessKey>", "aws.secretKey=%",
    "aws_secret: '%'", "The AWS secret access key is %.",
  ])
  func secretAccessKeysAreFoundBehindTheirNames(form: String) {
    let text = form.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: Self.awsKey)
    #expect(found(in: text) == ["AWS_SECRET_KEY:" + Self.awsKey], "\(text)")
  }

  @Test func otherNamesAndLengthsAreNoSecretAccessKeys() {
    #expect(values(of: .awsSecretKey, in: "digest: " + Self.awsKey).isEmpty)
    #expect(values(of: .awsSecretKey, in: "aws_secret_access_key=" + Self.awsKey + "A").isEmpty)
    let documented = "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY"
    #expect(values(of: .awsSecretKey, in: "aws_secret_access_key=" + documented).isEmpty)
  }

  @Test func accountKeysAreFoundInConnectionStrings() {
    let text = "AccountName=a;AccountKey=\(Self.key64);EndpointSuffix=x"
    #expect(found(in: text) == ["AZURE_SECRET:" + Self.key64])
    #expect(found(in: "SharedAccessKey=\"\(Self.key32)\"") == ["AZURE_SECRET:" + Self.key32])
    #expect(found(in: "\"AccountKey\": \"\(Self.key64)\"") == ["AZURE_SECRET:" + Self.key64])
    #expect(found(in: "PublicKey: " + Self.key64).isEmpty)
  }

  @Test func signaturesAreFoundInSharedAccessURLs() {
    let value = "pT4mWz8QvK1xR7nB2dL6sY9cH3gJ5fA0uE%2FoN%2BiVqXw%3D"
    #expect(
      found(in: "https://a.example/b?sv=2024-01-01&sig=\(value)&se=x") == ["AZURE_SECRET:" + value])
    let digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"
    #expect(found(in: "https://a.example/b?sig=" + digest).isEmpty)
  }

  @Test(arguments: [
    "%", "client_secret=%", "(%)", "\"%\"", "值：%。", "use %, please", "\\\"%\\\"", "<v>%</v>",
  ])
  func clientSecretsAreFoundByTheirMiddle(form: String) {
    let text = form.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: Self.client)
    #expect(found(in: text) == ["AZURE_SECRET:" + Self.client], "\(text)")
  }

  @Test(arguments: [
    "aB38Q~xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "aB38Q~short",
    "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
    "6a9e704af49b~tplv-k3u1fbpfcp-watermark.image", ".left.sidebar~.ui.visible.pusher", "zaB38Q~/x",
  ])
  func otherTildesAreLeft(text: String) {
    #expect(found(in: text).isEmpty)
  }
}
