import Bytes
import TestSupport
import Testing

@testable import Redaction

@Suite struct PseudonymizerTests {
  private func token(
    _ value: String, _ kind: Kind?, _ name: String, folding: EmailFolding = .case,
    also: String? = nil
  ) -> String {
    let old = KeyRing.Key(identifier: "old", secret: Array(repeating: 7, count: 32))
    let ring = KeyRing(testRing.keys + [old])
    var maker = Pseudonymizer(ring, also: also, emailFolding: folding)
    let bytes = Array(value.utf8)
    var output = Output(capacity: 64)
    maker.append(bytes.span, kind: kind, name: name, into: &output)
    return text(output.bytes)
  }

  @Test func aTokenIsTheCodeOfTheNormalFormUnderTheKeyOfItsKind() {
    // python3: master = bytes(range(32)); prk = hmac(b"\0" * 32, master);
    // key = hmac(prk, b"kt-redact/v1/EMAIL_ADDRESS\x01"); hmac(key, b"jane@example.com")[:16]
    #expect(
      token("Jane@Example.com", .emailAddress, "EMAIL_ADDRESS")
        == "EMAIL_ADDRESS_a1_556bb9467085215788de56802d4221a5")
  }

  @Test func spellingsOfOneValueHaveOneToken() {
    #expect(
      token("4111-1111-1111-1111", .creditCard, "C") == token("4111111111111111", .creditCard, "C"))
    #expect(
      token("+1 (415) 555-0132", .phoneNumber, "P") == token("+14155550132", .phoneNumber, "P"))
    #expect(token("2001:DB8::0:1", .ipAddress, "I") == token("2001:db8::1", .ipAddress, "I"))
  }

  @Test func theLocalPartsCaseCountsWhereItIsStrict() {
    let upper = token("Jane@Example.com", .emailAddress, "E", folding: .strict)
    #expect(upper != token("jane@example.com", .emailAddress, "E", folding: .strict))
    #expect(upper == token("Jane@EXAMPLE.com", .emailAddress, "E", folding: .strict))
  }

  @Test func equalValuesOfTwoKindsDoNotLink() {
    let one = token("123456789", .usSSN, "US_SSN").suffix(32)
    #expect(one != token("123456789", .caSIN, "CA_SIN").suffix(32))
  }

  @Test func aSecondKeysTokenStandsBesideDuringARotation() {
    let both = token("x", nil, "USER", also: "old").split(separator: ".")
    #expect(both.count == 2)
    #expect(both[0] == token("x", nil, "USER"))
    #expect(both[1].hasPrefix("USER_old_"))
  }

  @Test func aTokenIsKnownAsOneAndOtherTextsAreNot() {
    let maker = Pseudonymizer(testRing, also: nil, emailFolding: .case)
    func isToken(_ text: String) -> Bool {
      let bytes = Array(text.utf8)
      return maker.isToken(bytes.span)
    }
    let one = token("x", nil, "USER")
    #expect(isToken(one))
    #expect(isToken("\(one).\(one)"))
    #expect(!isToken("\(one) "))
    #expect(!isToken("jane.doe_a1_\(one.suffix(32))"))
    #expect(!isToken("USER_b2_\(one.suffix(32))"))
    #expect(!isToken("_a1_\(one.suffix(32))"))
  }
}
