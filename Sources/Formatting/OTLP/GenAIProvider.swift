import Bytes

/// The words of `gen_ai.provider.name` that OpenTelemetry's GenAI conventions (1.41.0) fix for
/// providers that gateways call otherwise; "if one of them applies, it must be used".
enum GenAIProvider {
  /// The convention's words, and the spellings that stand for them.
  private static let words: [(word: StaticString, spellings: [StaticString])] = [
    ("mistral_ai", ["mistral", "mistralai", "mistral-ai"]),
    ("aws.bedrock", ["aws-bedrock", "aws_bedrock", "amazon-bedrock", "bedrock"]),
    ("azure.ai.openai", ["azure-openai", "azure_openai"]),
    ("azure.ai.inference", ["azure-ai-inference", "azure_ai_inference"]),
    ("gcp.gen_ai", ["google", "google-ai", "google_genai"]),
    ("gcp.gemini", ["gemini", "google-gemini"]),
    ("gcp.vertex_ai", ["vertex-ai", "vertex_ai", "vertexai", "google-vertex"]),
    ("x_ai", ["xai", "x-ai", "x.ai"]),
    ("ibm.watsonx.ai", ["watsonx", "ibm-watsonx", "watsonx.ai"]),
  ]

  /// The convention's word for a provider in any case, or nil where it has no other one.
  static func word(for provider: Span<UInt8>) -> StaticString? {
    for entry in words {
      for spelling in entry.spellings
      where spelling.utf8CodeUnitCount == provider.count
        && ByteScan.hasWord(provider, ignoringCaseOf: spelling)
      {
        return entry.word
      }
    }
    return nil
  }
}
