import Stages
import Testing

@Suite struct NearestNameTests {
  private let names = ["team", "timestamp", "tokens.input", "model", "id"]

  @Test(
    arguments: [
      ("team", "team"), ("taem", nil), ("tem", "team"), ("teams", "team"),
      ("timestmp", "timestamp"),
      ("time_stamp", "timestamp"), ("tokens.inptu", "tokens.input"), ("modell", "model"),
      ("ident", nil), ("x", nil), ("completely different", nil), ("ir", "id"),
    ] as [(String, String?)])
  func nameWithFewChangesIsMeant(word: String, expected: String?) {
    #expect(NearestName.find(word, among: names) == expected)
  }

  @Test func nothingIsMeantAmongNoNames() { #expect(NearestName.find("a", among: []) == nil) }

  @Test func longNamesCostLittle() {
    let long = String(repeating: "a", count: 1_000)
    #expect(NearestName.find(long, among: [long + "b", "c"]) == long + "b")
  }
}
