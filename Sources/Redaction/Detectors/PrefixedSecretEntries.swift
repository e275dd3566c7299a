/// The rows of `kt-redact kinds` for secrets with a prefix.
///
/// The examples are put together from parts, so that no scanner takes this file for a leak.
enum PrefixedSecretEntries {
  static let all: [KindEntry] = [
    KindEntry(
      .openAIKey, "OPENAI_API_KEY", .vendorToken, confidence: "3",
      definition: "sk- and letters around the marker T3BlbkFJ, or sk-proj- and 100 or more",
      example: "sk-" + "nobody5exampleKey01B" + "T3BlbkFJ" + "nobody5exampleKey02B"),
    KindEntry(
      .anthropicKey, "ANTHROPIC_API_KEY", .vendorToken, confidence: "3",
      definition: "sk-ant-, api, admin, sid, oat or ort with a number, and 80 to 120 characters",
      example: "sk-ant-" + "api03-" + body(93) + "AA"),
    KindEntry(
      .vendorToken, "VENDOR_TOKEN", .vendorToken, confidence: "3",
      definition: "prefix, length and characters of one of some 150 vendors' tokens",
      example: "gsk_" + body(52)),
    KindEntry(
      .huggingFaceToken, "HUGGINGFACE_TOKEN", .vendorToken, confidence: "3",
      definition: "hf_ or api_org_ and 34 letters and digits of both cases",
      example: "hf_" + body(34)),
    KindEntry(
      .awsAccessKey, "AWS_ACCESS_KEY", infoType: "AWS_CREDENTIALS", .vendorToken,
      confidence: "3", definition: "AKIA, ASIA, ABIA, ACCA or A3T and 16 capitals and digits",
      example: "AKIA" + "NBDYSKEY23QXZTW4"),
    KindEntry(
      .githubToken, "GITHUB_TOKEN", .vendorToken, confidence: "3",
      definition: "ghp_, gho_, ghu_, ghs_ or ghr_ and 36 or more; github_pat_ and 82",
      example: "ghp_" + body(36)),
    KindEntry(
      .gitlabToken, "GITLAB_TOKEN", .vendorToken, confidence: "3",
      definition: "glpat-, gldt-, glrt- and their like, and 20 or more characters",
      example: "glpat-" + body(20)),
    KindEntry(
      .slackToken, "SLACK_TOKEN", .vendorToken, confidence: "3",
      definition: "xoxb-, xoxp- and their like with groups of digits and a tail; xapp-",
      example: "xoxb-" + "123456789012-123456789012-" + body(24)),
    KindEntry(
      .stripeKey, "STRIPE_KEY", infoType: "STRIPE_CREDENTIALS", .vendorToken, confidence: "3",
      definition: "sk_ or rk_, live_, test_ or prod_, and 10 or more letters and digits",
      example: "sk_" + "test_" + body(24)),
    KindEntry(
      .gcpAPIKey, "GCP_API_KEY", infoType: "GCP_API_KEY", .vendorToken, confidence: "3",
      definition: "AIza and 35 characters", example: "AIza" + body(35)),
    KindEntry(
      .twilioKey, "TWILIO_KEY", .vendorToken, confidence: "3",
      definition: "SK or AC and 32 hexadecimal digits",
      example: "SK" + "0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
    KindEntry(
      .sendgridKey, "SENDGRID_KEY", .vendorToken, confidence: "3",
      definition: "SG. and two parts of about 22 and 43 characters",
      example: "SG." + body(22) + "." + body(43)),
    KindEntry(
      .npmToken, "NPM_TOKEN", .vendorToken, confidence: "3",
      definition: "npm_ and 36 letters and digits", example: "npm_" + body(36)),
    KindEntry(
      .pypiToken, "PYPI_TOKEN", .vendorToken, confidence: "3",
      definition: "pypi-AgE and 60 or more characters", example: "pypi-" + "AgE" + body(70)),
  ]

  /// Letters and digits of both cases, the same ones each time, that spell nothing.
  private static func body(_ count: Int) -> String {
    let alphabet = Array("n0B9o2D8y4K7e6X1a3M5p7L9e")
    return String((0..<count).map { alphabet[$0 * 7 % alphabet.count] })
  }
}
