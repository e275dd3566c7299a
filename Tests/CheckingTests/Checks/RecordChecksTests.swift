import Testing

@testable import Checking

@Suite struct RecordChecksTests {
  @Test(
    arguments: [
      (#""model":"gpt-4o","provider":"openai""#, "passed 1"),
      (#""model":"openai/gpt-4o""#, "passed 1"),
      (#""model":"gpt-4o""#, "failed 1 of 1: no provider 1: a@1"),
      (#""provider":"openai""#, "failed 1 of 1: no model 1: a@1"),
      (#""model":"openai/""#, "failed 1 of 1: no model 1: a@1"),
      (#""model":"","provider":null"#, "failed 1 of 1: no model 1, no provider 1: a@1"),
    ])
  func modelAndProviderAreNamed(members: String, expected: String) throws {
    #expect(try text(of: .model, on: [#"{"id":"a",\#(members)}"#]) == expected)
  }

  @Test(
    arguments: [
      (#"[{"asset":"x","version":3},{"version":"1","asset":"y"}]"#, "passed 1"),
      (#"[]"#, "nothing to look at"), (#"null"#, "nothing to look at"),
      (#"["kb_1"]"#, "failed 1 of 1: no version 1: a@1"),
      (#"[{"asset":"x"}]"#, "failed 1 of 1: no version 1: a@1"),
      (#"[{"asset":"x","version":1},{"version":1}]"#, "failed 1 of 1: no asset 1: a@1"),
      (#"[{"title":"x"}]"#, "failed 1 of 1: no asset 1, no version 1: a@1"),
      (#"[{}]"#, "failed 1 of 1: no asset 1, no version 1: a@1"),
      (#"[null]"#, "failed 1 of 1: no asset 1, no version 1: a@1"),
      (#"[{"asset":"","version":null}]"#, "failed 1 of 1: no asset 1, no version 1: a@1"),
    ])
  func everyCitationHasAssetAndVersion(list: String, expected: String) throws {
    let event = #"{"id":"a","citations":\#(list),"policies_evaluated":[{"name":"p"}]}"#
    #expect(try text(of: .citations, on: [event]) == expected)
  }
}
