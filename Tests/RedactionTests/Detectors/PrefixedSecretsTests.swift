import Testing

@testable import Redaction

@Suite struct PrefixedSecretsTests {
  private let token = "gh" + "p_" + "n0B9o2D8y4K7e6X1a3M5p7L9eQwErTyUiOpA"

  @Test(arguments: [
    ("", ""), ("key=", ""), ("\"", "\""), ("'", "'"), ("`", "`"), ("(", ")"), ("<k>", "</k>"),
    ("id,", ",1"), ("use ", " please"), ("it is ", "."), ("密钥是", "，请检查"), ("请用", "登录"),
    ("line\n", "\nline"), ("\\\"", "\\\""), ("t: |\n  ", "\n"), ("a-", "-b"),
    ("\u{200B}", "\u{FEFF}"),
    ("", "\\n"), ("https://x.test/?k=", "&x=1"),
  ])
  func neighboursAreLeft(_ before: String, _ behind: String) {
    #expect(values(of: .githubToken, in: before + token + behind) == [token])
  }

  @Test func aWordBytesNeighbourhoodMakesItAnotherWord() {
    #expect(values(of: .githubToken, in: "x" + token) == [])
    #expect(values(of: .githubToken, in: "_" + token) == [])
    #expect(values(of: .githubToken, in: token + "_x") == [])
    #expect(values(of: .awsAccessKey, in: "AKIA" + "NBDYSKEY23QXZTW4A") == [])
  }

  @Test func allSecretsOfATextAreFound() {
    let other = "np" + "m_" + "n0B9o2D8y4K7e6X1a3M5p7L9eQwErTyUiOpA"
    #expect(
      found(in: "\(token) \(other);\(token)") == [
        "GITHUB_TOKEN:\(token)", "NPM_TOKEN:\(other)", "GITHUB_TOKEN:\(token)",
      ])
  }

  @Test func replacementsAreNotFoundAgain() {
    for entry in PrefixedSecretEntries.all {
      let pseudonym = "\(entry.name)_a1_3f9a2c0d1e4b5a69788796a5b4c3d2e1"
      for replacement in ["[\(entry.name)]", pseudonym, "****", "****e1", "sk-****", "ghp_****"] {
        #expect(found(in: "key=\(replacement), next") == [], "\(replacement)")
      }
    }
  }

  @Test(arguments: [
    "AKIA" + "IOSFODNN7EXAMPLE", "AIza" + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "hf_requiredCharacteristicTypesForDisplayMetadata", "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",
    "sk-learn and sk-SK", "sk-...", "npm_package_version", "ghp_not_a_token", "SG.xxxx.yyyy",
    "pk_" + "live_n0B9o2D8y4K7e6X1a3M5p7L9", "chatcmpl-n0B9o2D8y4K7e6X1a3M5p7L9eQ",
    "commit 1acfdfed432270b514cf5a9657896c6f36f1b1a6", "pattern patch pull-request line_items",
    "access-control-allow-origin", "discord.com/channels/1", "hooks.slack.com/docs",
    "hvs.AcceptanceTimeoutSeconds", "api_org_controller", "sha256-n0B9o2D8y4K7e6X1a3M5p7L9eQ=",
  ])
  func lookAlikesAreLeft(_ text: String) {
    #expect(found(in: text) == [])
  }

  @Test func theLongestTokenThatMayBeEndsAtItsEnd() {
    let key = "AIza" + "n0B9o2D8y4K7e6X1a3M5p7L9eQwErTyUi-p"
    #expect(values(of: .gcpAPIKey, in: key) == [key])
    #expect(values(of: .gcpAPIKey, in: key + "abcd123") == [])
  }

  @Test func aTrailingFullStopIsOfTheSentence() {
    let token = "pscale_" + "tkn_" + "n0B9o2D8y4K7.e6X1a3M5p7L9eQwErTyUiOpA"
    #expect(values(of: .vendorToken, in: "it is \(token).") == [token])
  }

  @Test(arguments: ["sk-", "glpat-", "eyJ.", "eyJ-", "xoxb-", "SG.", "hvs.", "sk-glpat-", "ABSK/"])
  func textOfNothingButPrefixesHoldsNone(_ prefix: String) {
    #expect(found(in: String(repeating: prefix, count: 5_000)) == [])
  }
}
