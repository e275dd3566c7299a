import Testing

@testable import Redaction

@Suite struct PhoneNumberTests {
  @Test func internationalNumbersNeedNoWord() {
    let numbers = [
      "+1 (415) 555-0132", "+1-415-555-0132", "+14155550132", "+1.415.555.0132",
      "+44 20 7946 0958", "+44 (20) 7946 0958", "+44 (0)20 7946 0958", "+49 (0)30 901820",
      "+49 30 901820", "+33 1 23 45 67 89", "+39 06 678 4343", "+30 21 0 1234567",
      "+55 11 98456 5666", "+91 98765 43210", "+86 138 0013 8000", "+81 3-3224-9999",
      "+47 21 30 85 99", "+65 6123 4567", "+7 (495) 123-45-67",
      "+972-52-555-2606", "+61267881324",
    ]
    for number in numbers {
      #expect(values(of: .phoneNumber, in: number) == [number], "\(number)")
      #expect(values(of: .phoneNumber, in: "(\(number))") == [number], "\(number)")
      #expect(values(of: .phoneNumber, in: "号码\(number)是") == [number], "\(number)")
    }
  }

  @Test func northAmericanNumbersNeedNoWord() {
    let numbers = [
      "(415) 555-0132", "(415)555-0132", "415-555-0132", "1-415-555-0132", "1 (415) 555-0132",
      "(555) 123-4567", "415/555-0132", "415 555-0132",
    ]
    for number in numbers {
      for text in texts(around: number) where !text.contains("a/") {
        #expect(values(of: .phoneNumber, in: text) == [number], "\(text)")
      }
    }
  }

  @Test func otherFormsNeedAWord() {
    let numbers = [
      "415.555.0132", "415 555 0132", "4155550132", "14155550132", "425 8829090", "415-6667777",
      "020 7946 0958", "030 901820", "(030) 901820", "04 76 12 34 56", "09-7625400",
      "090-1234-5678", "0151 2345 6789", "13812345678", "138-1234-5678", "98765 43210",
      "8 (495) 123-45-67", "(11) 98456-5666", "612 345 678", "0049-30-901820",
      "011 44 20 7946 0958", "030/90 18 20 11",
    ]
    for number in numbers {
      #expect(values(of: .phoneNumber, in: "My \(number).").isEmpty, "\(number)")
      for text in ["Tel. \(number).", "手机：\(number)", "\(number) is my phone"] {
        #expect(values(of: .phoneNumber, in: text) == [number], "\(text)")
      }
      #expect(values(of: .phoneNumber, in: number, key: "phoneNumber") == [number], "\(number)")
    }
  }

  @Test func wordsInsideOfWordsAreNone() {
    for word in ["hotel", "recall", "cancelled", "telemetry", "microphoned", "conf"] {
      #expect(values(of: .phoneNumber, in: "\(word) 4155550132").isEmpty, "\(word)")
    }
  }

  @Test func membersThatHoldIdentifiersAreNoContext() {
    for key in ["call_id", "tool_call", "phone_number_id", "call_timestamp"] {
      #expect(values(of: .phoneNumber, in: "4155550132", key: key).isEmpty, "\(key)")
    }
  }

  @Test func extensionsBelongToTheNumber() {
    let numbers = [
      "415-555-0132x123", "415-555-0132 x123", "+1 (415) 555-0132 ext. 123",
      "(415) 555-0132, ext 123", "+1-415-555-0132;ext=22", "415-555-0132 extension 7",
    ]
    for number in numbers {
      #expect(values(of: .phoneNumber, in: "at \(number), or") == [number], "\(number)")
    }
    #expect(values(of: .phoneNumber, in: "415-555-0132 extra 7") == ["415-555-0132"])
  }

  @Test func itEndsWhereTheNextNumberBegins() {
    let text = "phones 052 5552606 074-7111234, +44 20 7946 0958 2 times"
    #expect(
      values(of: .phoneNumber, in: text) == ["052 5552606", "074-7111234", "+44 20 7946 0958"])
  }

  @Test func behindThePlusStandsACountryAndItsDigits() {
    let texts = [
      "+20240115103000", "+1234567890123456", "+100 000 000", "+30 000 000 000", "+12% and +3.5",
      "+40.712776 -74.005974", "+40.7128-074.0060/", "+210 123 456 789", "+0100 +0200", "+1234567",
      "x+14155550132", "5++4930901820",
    ]
    for text in texts {
      #expect(values(of: .phoneNumber, in: text).isEmpty, "\(text)")
    }
  }

  @Test func fewDigitsBehindThePlusNeedAWord() {
    #expect(values(of: .phoneNumber, in: "+352 123456").isEmpty)
    #expect(values(of: .phoneNumber, in: "tel +352 123456") == ["+352 123456"])
    #expect(values(of: .phoneNumber, in: "Tel. +43 1 58858 0") == ["+43 1 58858 0"])
  }

  @Test func datesDecimalsAndVersionsAreNoneWhateverStandsNear() {
    let texts = [
      "call on 2024-01-15 at 10:30", "call 15.01.2024 10.30", "phone 3/10/1984", "fax 2019-2024",
      "phone 2012-01-02 08:00:00", "call 0.4155550132", "mobile 10.15.7.4155",
      "phone 1979-2011 100",
      "call 192.168.100.200", "cell 3.14159265358979", "call at 1705312345", "sms 1705312345678",
      "phone 20240115103045", "call 800-555-123", "phone 000-000-0000",
    ]
    for text in texts {
      #expect(values(of: .phoneNumber, in: text).isEmpty, "\(text)")
    }
  }

  @Test func numbersOfOtherThingsAreNone() {
    let texts = [
      "4111 1111 1111 1111 call", "4111-1111-1111-1111 phone", "cell 2341 2341 2346",
      "978-3-16-148410-0 phone", "ISBN 0-306-40615-2", "123-45-6789 phone", "order 4155550132",
      "call order 4155550132", "phone id: 4155550132", "INV-212-555-0132", "MSG-415-5550132-A",
      "12-345-6789", "call 4155550132ms", "id_4155550132 call", "call $4155550132",
      "call 1,234,567,890", "call 1 234 567 890 rows", "phone: 12345-67890-12345-67890",
      "12345678-1234-1234-1234-123456789012", "650x2531234", "1700000000123 ms",
    ]
    for text in texts {
      #expect(values(of: .phoneNumber, in: text).isEmpty, "\(text)")
    }
  }

  @Test func pathsOfURLsHoldNoneButQueriesDo() {
    let texts = [
      "https://example.com/item/415-555-0132/view", "/items/415-555-0132",
      "call https://example.com/4155550132",
    ]
    for text in texts {
      #expect(values(of: .phoneNumber, in: text).isEmpty, "\(text)")
    }
    let query = "https://example.com/?phone=14155550132"
    #expect(values(of: .phoneNumber, in: query) == ["14155550132"])
  }

  @Test func countryCodesAreThoseOfTheITU() {
    #expect(CountryCodes.match(1, 4, 1)?.length == 1)
    #expect(CountryCodes.match(4, 9, 3)?.length == 2)
    #expect(CountryCodes.match(3, 5, 2)?.length == 3)
    for (first, second, third) in [(2, 1, 0), (8, 9, 9), (9, 9, 9), (0, 1, 2), (3, 8, 4)] {
      #expect(CountryCodes.match(UInt8(first), UInt8(second), UInt8(third)) == nil)
    }
    #expect(CountryCodes.match(3, 255, 255) == nil)
  }

  @Test func noCountryCodeBeginsAnother() {
    for code in 0..<1_000 {
      let (first, second, third) = (code / 100, code / 10 % 10, code % 10)
      guard let match = CountryCodes.match(UInt8(first), UInt8(second), UInt8(third)) else {
        continue
      }
      #expect(match.fewest <= match.most)
      for other in 0..<10 where match.length < 3 {
        let next = CountryCodes.match(UInt8(first), UInt8(second), UInt8(other))
        #expect(next?.length == match.length)
      }
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .phoneNumber) + ["+* (***) ***-0132", "***-***-0132"] {
      #expect(values(of: .phoneNumber, in: "call \(text), \(text)").isEmpty, "\(text)")
    }
    #expect(values(of: .phoneNumber, in: "[PHONE_NUMBER] 4155550132").isEmpty)
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "tel +49 (0)30 / 901820-15 ext. 123 1 (415) 555-0132x1 004930901820 (1)(2)(3)")
  }
}
