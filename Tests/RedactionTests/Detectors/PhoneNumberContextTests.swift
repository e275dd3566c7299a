import Testing

@testable import Redaction

@Suite struct PhoneNumberContextTests {
  private func numbers(_ text: String) -> [String] { values(of: .phoneNumber, in: text) }

  @Test(arguments: [
    "My Israeli number is #", "my number is #", "her work number: #", "our UK number #",
    "Reach me at # today", "you may contact us on #", "text me: #", "He can be reached at #.",
    "Faxnummer: #", "Mobilfunknummer #", "телефона #", "# is my home number",
  ])
  func whatPeopleSayOfANumberIsContext(text: String) {
    for number in ["09-7625400", "020 7946 0958", "090-1234-5678", "555.555.5555", "4155550132"] {
      #expect(numbers(text.replacing("#", with: number)) == [number])
    }
  }

  @Test(arguments: [
    "My order number is #", "the invoice number is #", "ticket number: #", "tracking number #",
    "case number is #", "my account number is #", "policy number is #", "reference number is #",
    "the number is #", "my numbering # ", "dummy number # ", "your number in the queue is #",
  ])
  func otherNumbersAreNotTelephones(text: String) {
    for number in ["09-7625400", "555.555.5555", "4155550132", "020 7946 0958"] {
      #expect(numbers(text.replacing("#", with: number)) == [])
    }
  }

  @Test func theNumberOfSomethingIsNoTelephoneHoweverItIsWritten() {
    for text in ["Order 415-555-0132", "order number: 415-555-0132", "Part no: (415) 555-0132"] {
      #expect(numbers(text) == [], "\(text)")
    }
    #expect(numbers("part of 415-555-0132") == ["415-555-0132"])
  }

  @Test func oneDigitRepeatedCountsInContext() {
    for number in ["555.555.5555", "(555) 555-5555", "(555)5555555", "5555555555", "555 555 5555"] {
      #expect(numbers("Phone: \(number)") == [number])
    }
    for number in ["000.000.0000", "111.111.1111", "0000000000", "1111111111", "5555555555555"] {
      #expect(numbers("Phone: \(number)") == [])
    }
  }

  @Test func shortNumbersNeedANameRightBefore() {
    for number in ["912345678", "9123 4567"] {
      for text in [
        "Tel: \(number)", "teléfono \(number).", "phone number: \(number)", "手机\(number)",
      ] {
        #expect(numbers(text) == [number])
      }
      for text in ["phone model \(number)", "phone bill of \(number) yen", number] {
        #expect(numbers(text) == [])
      }
    }
    #expect(numbers("tool_call 12345678901") == [])
  }

  @Test func brazilsNumbersMayMixSeparators() {
    for number in ["11 95555-0123", "11 5555-0123", "(11) 95555-0123"] {
      #expect(numbers("telefone \(number)") == [number])
    }
    #expect(numbers("11 95555-0123") == [])
  }

  @Test func postalCodesAndPowersOfTwoAreNone() {
    #expect(numbers("Boston, MA 02110-1301, USA, or call 911") == [])
    #expect(numbers("push.call({length:4294967296},1)") == [])
    #expect(numbers("call(4294967295)") == [])
    #expect(numbers("Tel 05123-4567") == ["05123-4567"])
  }
}
