import Testing

@testable import Formatting

@Suite struct MailAddressTests {
  private func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return MailAddress.isValid(bytes.span)
  }

  @Test(arguments: [
    "a@b.c", "jane.doe@company.com", "a+b@x-y.example.org", "!#$%&'*+-/=?^_`{|}~.@0.0", "a@b..c",
  ])
  func whatThePatternTakesIsAnAddress(text: String) {
    #expect(isValid(text))
  }

  @Test(arguments: [
    "", "@", "a@", "@b.c", "a@b", "a@.c", "a@b.", "a b@c.d", "a@b@c.d", "ä@b.c", "a@b.ü", "(a)@b.c",
    "a@b.c\n", "<a@b.c>", "\"a\"@b.c",
  ])
  func whatItDoesNotTakeIsNone(text: String) {
    #expect(!isValid(text))
  }
}
