import Bytes
import TestSupport
import Testing

@testable import Redaction

@Suite struct MaskingTests {
  private func masked(_ value: String, _ shape: MaskShape, _ kind: Kind? = nil) -> String {
    let bytes = Array(value.utf8)
    var output = Output(capacity: 64)
    Masking.append(bytes.span, shape, kind: kind, into: &output)
    return text(output.bytes)
  }

  @Test(
    arguments: [
      ("jane@example.com", nil, nil, "****@*******.***"), ("jane", 1, nil, "j***"),
      ("jane", 1, 1, "j**e"), ("jane", 2, 1, "****"), ("", 1, 1, ""), ("--", 1, 1, "--"),
      ("Zoë Ağ", nil, 1, "*** *ğ"), ("192.0.2.170", 2, 2, "19*.*.*.*70"),
      ("192.0.2.17", 2, 2, "***.*.*.**"),
    ] as [(String, Int?, Int?, String)])
  func lettersAndDigitsAreMaskedAndWhatSeparatesThemStays(
    _ value: String, _ first: Int?, _ last: Int?, _ expected: String
  ) {
    #expect(masked(value, MaskShape(first: first, last: last)) == expected)
  }

  @Test func aCardKeepsItsLastFourUnlessToldOtherwise() {
    let card = "4111-1111" + "-1111-1234"
    #expect(masked(card, MaskShape(), .creditCard) == "****-****-****-1234")
    #expect(masked(card, MaskShape(first: 4), .creditCard) == "4111-****-****-****")
    #expect(masked(card, MaskShape(last: 0), .creditCard) == "****-****-****-****")
  }

  @Test func aSecretsLengthIsNotShown() {
    for length in [9, 20, 200] {
      let secret = String(repeating: "a", count: length)
      #expect(masked(secret, MaskShape(), .githubToken) == "********")
    }
    #expect(masked("sk_test_0123456789abcdef", MaskShape(first: 3), .stripeKey) == "sk_t********")
  }

  @Test(arguments: ["*", "#", "•", "█"])
  func maskingTwiceIsMaskingOnce(_ character: String) {
    for value in ["jane@example.com", "4111 1111 1111 1111", "Zoë", "+1 (415) 555-0132"] {
      for kind in [nil, Kind.creditCard, .phoneNumber] {
        for (first, last) in [(nil, nil), (1, 2), (nil, 4)] as [(Int?, Int?)] {
          let shape = MaskShape(character: Array(character.utf8), first: first, last: last)
          let once = masked(value, shape, kind)
          #expect(masked(once, shape, kind) == once)
        }
      }
    }
  }
}
