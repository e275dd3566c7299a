import Testing

@testable import Redaction

/// Shapes that no row of the table can spell.
@Suite struct VendorShapesTests {
  private let letters = "n0B9o2D8y4K7e6X1a3M5"

  @Test(arguments: ["", "proj-", "svcacct-", "admin-", "service-", "None-", "my-project-"])
  func openAIHasAMarkerInTheMiddle(_ name: String) {
    let key = "sk-" + name + letters + "T3BlbkFJ" + letters
    #expect(found(in: "use \(key).") == ["OPENAI_API_KEY:\(key)"])
    #expect(values(of: .openAIKey, in: key.dropLast() + "") == [])
    #expect(values(of: .openAIKey, in: key.replacing("T3Blb", with: "T4Blb")) == [])
  }

  @Test func openAIsProjectKeysNeedNoMarker() {
    var maker = SecretMaker(seed: 7)
    let key = "sk-" + "proj-" + maker.characters(124, of: .base64URL)
    #expect(found(in: "\"\(key)\"") == ["OPENAI_API_KEY:\(key)"])
    #expect(values(of: .openAIKey, in: String(key.prefix(60))) == [])
  }

  @Test(arguments: [
    "xoxb-" + "123456789012-123456789012-n0B9o2D8y4K7e6X1a3M5p7L9",
    "xoxp-" + "123456789012-123456789012-123456789012-0f1e2d3c4b5a69788796a5b4c3d2e1f0",
    "xoxb-" + "12345678-n0B9o2D8y4K7e6X1a3", "xoxs-" + "523423-234243-234233-e039d02840a0b9379c",
    "xoxa-" + "2-123456789-12345678901-1234567890123-0f1e2d3c4b5a697887",
    "xoxa-" + "n0B9o2D8y4K7", "xoxr-" + "123456789012-123456789012-0f1e2d3c4b5a6978",
    "xapp-" + "1-A052FGTS2DL-5171572773297-0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a6978",
  ])
  func slackHasGroupsOfDigitsAndATail(_ token: String) {
    #expect(found(in: "use \(token), please") == ["SLACK_TOKEN:\(token)"])
    #expect(found(in: "?t=\(token)&u=1") == ["SLACK_TOKEN:\(token)"])
  }

  @Test func slacksRotatedTokensHaveALongTail() {
    var maker = SecretMaker(seed: 3)
    let tail = "1-" + maker.characters(146, of: .alphanumeric)
    for prefix in ["xoxe.xoxb-", "xoxe.xoxp-", "xoxe-"] {
      #expect(values(of: .slackToken, in: prefix + tail) == [prefix + tail])
    }
  }

  @Test(arguments: [
    "xoxb-12345-abcd234", "xoxb-xoxb-my-bot-token", "xoxp-1234567890", "xoxe-1-xxx",
    "xoxp-1234-1234-1234-0f1e2d3c4b5a69788796a5b4c3d2e1f0", "xoxa-nyc.github.io",
    "2018-250-xoxo-indieweb-1.jpg", "xoxb-xxxxxxxxx-xxxxxxxxxx-xxxxxxxxxxxx",
    "xoxb-123456-xoxb-123456-",
  ])
  func whatOnlyLooksLikeSlackIsLeft(_ text: String) {
    #expect(values(of: .slackToken, in: text) == [])
  }

  @Test func slacksWebhooksGoWithTheirScheme() {
    let path = "hooks.slack.com/" + "services/T0N0B0DY1/B0N0B0DY2/n0B9o2D8y4K7e6X1a3M5p7L9"
    let flow =
      "https://hooks.slack.com/" + "workflows/T0N0B0DY1/A0N0B0DY2/123456789012345678/n0B9o2D8y4"
    #expect(values(of: .vendorToken, in: "see \(path).") == [path])
    #expect(values(of: .vendorToken, in: "\"https://\(path)\"") == ["https://" + path])
    #expect(values(of: .vendorToken, in: flow) == [flow])
    let escaped = ("https://" + path).replacing("/", with: "\\/")
    #expect(values(of: .vendorToken, in: "\\\"\(escaped)\\\"") == [escaped])
    #expect(values(of: .vendorToken, in: "hooks.slack.com/services/") == [])
    #expect(
      values(
        of: .vendorToken,
        in: "hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX") == [])
  }

  @Test func gitLabsRoutableTokensHaveAPartMore() {
    let token = "gl" + "pat-" + letters + letters
    for end in [".0f1e2d3c4", ".01.0f1e2d3"] {
      #expect(values(of: .gitlabToken, in: "\(token)\(end),") == [token + end])
    }
    #expect(values(of: .gitlabToken, in: "\(token). Next") == [token])
    #expect(values(of: .gitlabToken, in: "\(token).json") == [token])
  }

  @Test func atlasTokensHaveANameInFront() {
    var maker = SecretMaker(seed: 5)
    let secret = ".atlasv1." + maker.characters(67, of: .base64URL)
    #expect(
      values(of: .vendorToken, in: "=n0B9o2D8y4K7e6\(secret) ") == ["n0B9o2D8y4K7e6" + secret])
    #expect(values(of: .vendorToken, in: "n0B9o2D8y4K7e6" + secret) == ["n0B9o2D8y4K7e6" + secret])
    #expect(values(of: .vendorToken, in: "xn0B9o2D8y4K7e6" + secret) == [])
    #expect(values(of: .vendorToken, in: "n0B9o2D8y4" + secret) == [])
    #expect(values(of: .vendorToken, in: secret) == [])
  }
}
