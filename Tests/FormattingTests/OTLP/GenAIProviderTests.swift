import Testing

@testable import Formatting

@Suite struct GenAIProviderTests {
  @Test(
    arguments: [
      ("mistral", "mistral_ai"), ("Azure-OpenAI", "azure.ai.openai"), ("xai", "x_ai"),
      ("google", "gcp.gen_ai"), ("aws-bedrock", "aws.bedrock"), ("openai", nil), ("", nil),
      ("mistral ", nil), ("bedrock2", nil),
    ] as [(String, String?)])
  func aWellKnownProviderHasTheConventionsWord(provider: String, word: String?) {
    let bytes = Array(provider.utf8)
    let found = GenAIProvider.word(for: bytes.span)
    #expect(found.map { "\($0)" } == word)
  }
}
