import Bytes

/// TODO Secrets that begin with a prefix of their vendor.
enum PrefixedSecrets {
  static let entries: [KindEntry] = [
    KindEntry(
      .openAIKey, "OPENAI_API_KEY", .vendorToken,
      confidence: "3", definition: "", example: ""),
    KindEntry(
      .anthropicKey, "ANTHROPIC_API_KEY", .vendorToken,
      confidence: "3", definition: "", example: ""),
    KindEntry(
      .vendorToken, "VENDOR_TOKEN", .vendorToken,
      confidence: "3", definition: "", example: ""),
    KindEntry(
      .huggingFaceToken, "HUGGINGFACE_TOKEN", .vendorToken,
      confidence: "3", definition: "", example: ""),
    KindEntry(
      .awsAccessKey, "AWS_ACCESS_KEY", infoType: "AWS_CREDENTIALS", .vendorToken,
      confidence: "3", definition: "", example: ""),
    KindEntry(
      .githubToken, "GITHUB_TOKEN", .vendorToken,
      confidence: "3", definition: "", example: ""),
    KindEntry(
      .gitlabToken, "GITLAB_TOKEN", .vendorToken,
      confidence: "3", definition: "", example: ""),
    KindEntry(
      .slackToken, "SLACK_TOKEN", .vendorToken,
      confidence: "3", definition: "", example: ""),
    KindEntry(
      .stripeKey, "STRIPE_KEY", infoType: "STRIPE_CREDENTIALS", .vendorToken,
      confidence: "3", definition: "", example: ""),
    KindEntry(
      .gcpAPIKey, "GCP_API_KEY", infoType: "GCP_API_KEY", .vendorToken,
      confidence: "3", definition: "", example: ""),
    KindEntry(
      .twilioKey, "TWILIO_KEY", .vendorToken,
      confidence: "3", definition: "", example: ""),
    KindEntry(
      .sendgridKey, "SENDGRID_KEY", .vendorToken,
      confidence: "3", definition: "", example: ""),
    KindEntry(
      .npmToken, "NPM_TOKEN", .vendorToken,
      confidence: "3", definition: "", example: ""),
    KindEntry(
      .pypiToken, "PYPI_TOKEN", .vendorToken,
      confidence: "3", definition: "", example: ""),
  ]

  /// All prefixes, of three bytes or more, at which `find` wants to be called.
  static let prefixes: [[UInt8]] = []

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, into hits: inout Hits
  ) {}
}
