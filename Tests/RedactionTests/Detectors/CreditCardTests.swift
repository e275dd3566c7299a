import Testing

@testable import Redaction

@Suite struct CreditCardTests {
  private func cards(_ text: String, key: String = "input") -> [String] {
    values(of: .creditCard, in: text, key: key)
  }

  @Test(arguments: [
    "4307418529630747", "4307418529630741857", "5130741852963074", "5530741852963070",
    "2221307418529630", "2720307418529636", "343074185296309", "373074185296302",
    "6011307418529635", "6011307418529630746", "6443074185296305", "64930741852963073",
    "653074185296307412", "3528307418529638", "3589307418529630744", "30030741852967",
    "30530741852966", "30953074185293", "36307418529639", "38307418529637", "39307418529636",
    "6230741852963071", "6230741852963074187", "2200307418529635", "2204307418529631",
    "5018307418529630", "5019307418529639", "5020307418529636", "5038307418529636",
    "5893307418529630", "6304307418529631", "6759307418529631", "6761307418529637",
    "6763307418529635",
  ])
  func everySchemeIsFoundByItsFirstDigitsAndLength(number: String) {
    #expect(cards(number) == [number])
    #expect(cards("no other words \(number), none at all.") == [number])
  }

  @Test(arguments: [
    "5030741852963075", "5630741852963079", "2220307418529631", "2721307418529635",
    "43074185296302", "430741852963074189", "3730741852963073", "363074185296304",
    "3527307418529639", "2205307418529630", "4307418529637", "730741852968",
    "7307418529630740", "130741852963075",
  ])
  func aNumberOfNoSchemeIsOneInContextOnly(number: String) {
    #expect(cards(number) == [])
    #expect(cards("id \(number)") == [])
    #expect(cards("her credit card: \(number)") == [number])
    #expect(cards(number, key: "cardNumber") == [number])
    #expect(cards("卡号\(number)") == [number])
  }

  @Test(arguments: [
    "4111 1111 1111 1111", "4111-1111-1111-1111", "4307 4185 2963 0741 857",
    "3430 741852 96309", "3430-741852-96309", "3630 741852 9639", "3430 7418 5296 309",
    "3630-7418-5296-39",
  ])
  func groupsAreFoundWithOneSeparator(number: String) {
    #expect(cards("paid by \(number).") == [number])
    #expect(cards("\(number)") == [number])
  }

  @Test(arguments: [
    "4111 1111-1111 1111", "4111  1111 1111 1111", "4111.1111.1111.1111", "41 11 1111 1111 1111",
    "4111/1111/1111/1111", "411 1111 1111 11111", "4111 1111 1111 1111-2", "1-4111-1111-1111-1111",
    "4111-1111-1111-1111-1111",
  ])
  func otherGroupsAreNone(text: String) {
    #expect(cards(text) == [])
  }

  @Test(arguments: [
    "卡号4111111111111111有效", "，4111111111111111，", "\"4111111111111111\"", "a,4111111111111111,b",
    "pan=4111111111111111;exp=12/30", "4111111111111111|12|2030|123", "4111111111111111/12",
    "#4111111111111111", "(4111111111111111)", "Use 4111111111111111.", "\u{FEFF}4111111111111111",
    "\u{00A0}4111111111111111\u{200B}", "a:4111111111111111:b", "4111111111111111 12/30 123",
    "4111111111111111\n",
  ])
  func whatIsNoWordIsABoundary(text: String) {
    #expect(cards(text) == ["4111111111111111"])
  }

  @Test(arguments: [
    "x4111111111111111", "req_4111111111111111", "4111111111111111x", "4111111111111111_1",
    "0.4111111111111111", "4111111111111111.5", "$4111111111111111", "€4111111111111111",
    "£4111111111111111", "17-4111111111111111", "4111111111111111-42", "4111111111111111-a",
    "41111111111111110", "04111111111111111", "80000000000000000000000000000002",
    "card 80000000000000000000000000000002", "4111111111111112", "card 4111111111111112",
    "0000000000000000", "card 0000000000000000", "card 5555555555555555",
  ])
  func partsOfOtherTokensAndWrongCheckDigitsAreNone(text: String) {
    #expect(cards(text) == [])
  }

  @Test(arguments: [
    "1700000000129", "1700000000000126", "1700000000000000129", "20240115123455",
    "202401151230", "20240115123456786",
  ])
  func pointsInTimeAreNoneEvenInContext(number: String) {
    #expect(cards("card charged at \(number)") == [])
    #expect(cards(number, key: "card") == [])
  }

  @Test func aWordCountsWholeOnly() {
    #expect(cards("discard 7307418529630740, pantry, account") == [])
    #expect(cards("debit_card 7307418529630740") == ["7307418529630740"])
    #expect(cards("7307418529630740 is her visa") == ["7307418529630740"])
  }

  @Test func severalNumbersInARowAreFound() {
    #expect(
      cards("4111 1111 1111 1111 5130 7418 5296 3074")
        == ["4111 1111 1111 1111", "5130 7418 5296 3074"])
    #expect(
      cards("4111111111111111,4111-1111-1111-1111")
        == ["4111111111111111", "4111-1111-1111-1111"])
  }

  @Test(arguments: [
    "card [CREDIT_CARD]", "card ************1111", "card **** **** **** 1111",
    "CREDIT_CARD_a1_41111111111111114111111111111111", "card ", "card [CREDIT_CARD] 1111",
  ])
  func whatReplacesANumberIsNone(text: String) {
    #expect(cards(text) == [])
  }

  @Test func hostileTextIsNone() {
    for unit in ["4", "4 ", "4111 ", "4111-", "1.", "card 4111 1111 1111 "] {
      let text = String(repeating: unit, count: 20_000)
      #expect(cards(text).count <= 20_000, "\(unit)")
    }
    #expect(cards(String(repeating: "4", count: 50_000)) == [])
    #expect(cards(String(repeating: "4111-", count: 10_000)) == [])
  }

  @Test func groupsAmongOthersOfFourAreATable() {
    #expect(found(in: "5210\n5211 5212 5213 5214 5215 521A").isEmpty)
    #expect(found(in: "51BE 5232 5233 5246 5231 52BC").isEmpty)
    #expect(found(in: "5232 5233 5246 5231").count == 1)
    #expect(found(in: "card 5211 5212 5213 5214 5215 521A").count == 1)
    #expect(found(in: "5232 5233 5246 5231 1227 123").count == 1)
  }
}
