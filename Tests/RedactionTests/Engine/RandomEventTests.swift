import TestSupport
import Testing

@testable import Redaction

@Suite struct RandomEventTests {
  @Test func whateverATextIsTheCheckHolds() {
    var random = SeededGenerator(for: "RandomEvent")
    var texts = RandomTexts(SeededGenerator(seed: random.next()))
    for _ in 0..<600 {
      let input = random.bytes(2, of: Array(0...255)) + texts.next()
      if let complaint = RedactionCheck.complaint(about: input) {
        Issue.record("\(input.prefix(2)) \(String(decoding: input, as: UTF8.self)): \(complaint)")
        return
      }
    }
  }
}
