import Testing

@testable import Redaction

@Suite struct EntropyTests {
  private func bits(_ token: String) -> Double {
    let bytes = Array(("-" + token + "-").utf8)
    return Entropy.bits(bytes.span, 1, bytes.count - 1)
  }

  @Test func oneCharacterRepeatedHasNone() {
    #expect(bits("aaaaaaaa") == 0)
    #expect(bits("a") == 0)
    #expect(bits("") == 0)
  }

  @Test(arguments: [("ab", 1.0), ("abcd", 2.0), ("aabbccdd", 2.0), ("0123456789abcdef", 4.0)])
  func equallyFrequentCharactersHaveTheirLogarithm(_ token: String, _ expected: Double) {
    #expect(abs(bits(token) - expected) < 1e-9)
  }

  @Test func unequalCharactersHaveLess() {
    // 3/4 and 1/4: 0.75 log2(4/3) + 0.25 log2(4).
    #expect(abs(bits("aaab") - 0.811_278_124_459) < 1e-9)
  }

  @Test func onlyTheFirst256BytesCount() {
    let random = String(repeating: "abcd", count: 64)
    #expect(abs(bits(random + String(repeating: "a", count: 1_000)) - 2) < 1e-9)
  }
}
