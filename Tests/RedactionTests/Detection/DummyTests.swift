import Testing

@testable import Redaction

@Suite struct DummyTests {
  private func isPlaceholder(_ token: String) -> Bool {
    let bytes = Array(("<" + token + ">").utf8)
    return Dummy.isPlaceholder(bytes.span, 1, bytes.count - 1)
  }

  @Test(arguments: [
    "xxxxxxxxxxxx", "ab3xXXX", "XXXX12ab", "****1111", "12ab****", "...abc12", "abc12...",
    "your_api_key_1", "YOUR-KEY-HERE1", "example12a", "bPxRfiCYEXAMPLE", "redacted-1a",
    "9REDACTED", "<key-goes-here1>", "[API_KEY]", "null", "None", "TRUE", "false",
    "abcd00000000", "abcd10101010", "1234----", "",
  ])
  func placeholdersAreTold(_ token: String) {
    #expect(isPlaceholder(token))
  }

  @Test(arguments: [
    "${TOKEN}", "${{ secrets.TOKEN }}", "{{ token }}", "{{token}}", "{0}", "{token}", "$TOKEN",
    "$token_name", "$(get-token 1)", "%TOKEN%", "%token%", "@TOKEN@", "%s",
  ])
  func variablesAreTold(_ token: String) {
    #expect(isPlaceholder(token))
  }

  @Test(arguments: [
    "n0B9o2D8y4K7", "$ecretPa55", "$ecret55", "$Tr0ub4dor", "%a1B2c3D4%", "@home1234@", "{a1B2c3}",
    "<a1b2c3", "nullify12", "falsehood9", "myexample1", "y0ur_pass1", "a..b..c1d",
  ])
  func secretsAreNone(_ token: String) {
    #expect(!isPlaceholder(token))
  }

  @Test func twoCharactersInTheLastHalfAreTooFew() {
    #expect(isPlaceholder("abcdefab" + "xyxyxyxy"))
    #expect(!isPlaceholder("abcdefab" + "xyxyxyxz"))
  }
}
