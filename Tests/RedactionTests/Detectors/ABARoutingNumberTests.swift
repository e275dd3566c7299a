import Testing

@testable import Redaction

@Suite struct ABARoutingNumberTests {
  private func numbers(_ text: String, key: String = "input") -> [String] {
    values(of: .abaRoutingNumber, in: text, key: key)
  }

  @Test(arguments: [
    "000000518", "072000012", "121000358", "222000123", "322000012", "612000010",
    "722000118", "800000013",
  ])
  func everyRangeOfFirstDigitsIsFound(number: String) {
    #expect(numbers("routing \(Self.checked(number))") == [Self.checked(number)])
  }

  /// The number with its last digit made right.
  private static func checked(_ number: String) -> String {
    let digits = number.utf8.map { Int($0) - 0x30 }
    let sum = zip(digits.dropLast(), [3, 7, 1, 3, 7, 1, 3, 7]).reduce(0) { $0 + $1.0 * $1.1 }
    return String(number.dropLast()) + String((10 - sum % 10) % 10)
  }

  @Test(arguments: ["13", "20", "33", "60", "73", "79", "81", "99"])
  func otherFirstDigitsAreNone(prefix: String) {
    #expect(numbers("routing \(Self.checked(prefix + "1000350"))") == [])
  }

  @Test(arguments: [
    "ABA 072000012", "routing number: 072000012", "rtn=072000012", "072000012 is my routing number",
    "routing_number 072000012.", "ABA：072000012，", "| routing | 072000012 |", "rtn\n072000012",
  ])
  func aWordMakesItOne(text: String) {
    #expect(numbers(text) == ["072000012"])
  }

  @Test func theMembersNameIsContext() {
    #expect(numbers("072000012", key: "routingNumber") == ["072000012"])
    #expect(numbers("072000012", key: "aba") == ["072000012"])
  }

  @Test func dashesAreFound() {
    #expect(numbers("aba 0720-0001-2") == ["0720-0001-2"])
    #expect(numbers("aba 072-000-012") == [])
    #expect(numbers("aba 0720 0001 2") == [])
  }

  @Test(arguments: [
    "072000012", "id 072000012", "abandon 072000012", "rerouting 072000012", "routing 072000013",
    "routing 0720000120", "routing 10.072000012", "routing 072000012-1", "routing x072000012",
    "routing 000000000", "routing $072000012", "routing [ABA_ROUTING_NUMBER]", "routing ****0012",
    "routing ABA_ROUTING_NUMBER_a1_07200001207200001207200001207200",
  ])
  func idsAndPlaceholdersAreNone(text: String) {
    #expect(numbers(text) == [])
  }
}
