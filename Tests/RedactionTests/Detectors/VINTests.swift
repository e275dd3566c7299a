import Testing

@testable import Redaction

@Suite struct VINTests {
  private func numbers(_ text: String, key: String = "input") -> [String] {
    values(of: .vin, in: text, key: key)
  }

  @Test(arguments: [
    "1ZZAB1233TA000001", "2ZZCD4565UB000002", "9ZZEF7899WC000003", "AZZGH0129XD000004",
    "JZZJK3458YE000005", "1M8GDM9AXKP042788", "jzzjk3458ye000005",
  ])
  func aRightCheckDigitInContextIsFound(number: String) {
    #expect(numbers("vin \(number)") == [number])
    #expect(numbers(number, key: "vehicleVin") == [number])
    #expect(numbers(number) == [])
  }

  @Test(arguments: [
    "vin:1M8GDM9AXKP042788", "chassis number 1M8GDM9AXKP042788.", "vin=1M8GDM9AXKP042788;",
    "vehicle identification number: 1M8GDM9AXKP042788", "1M8GDM9AXKP042788 is my vin",
    "vin：1M8GDM9AXKP042788。", "vin,1M8GDM9AXKP042788,x", "vehicle-id \"1M8GDM9AXKP042788\"",
    "车架号1M8GDM9AXKP042788",
  ])
  func boundariesAndWordsAreFound(text: String) {
    #expect(numbers(text) == ["1M8GDM9AXKP042788"])
  }

  @Test(arguments: [
    "(VIN) #", "# (VIN)", "**VIN**: #", "[VIN] #", "VIN1: #", "| VIN | # |", "VIN: #",
  ])
  func labelsAsPeopleWriteThemAreContext(text: String) {
    for number in ["1M8GDM9AXKP042788", "WZZZZZ1KZAW123456", "wzzzzz1kzaw123456"] {
      #expect(numbers(text.replacing("#", with: number)) == [number])
    }
  }

  @Test func aNumberWithoutACheckDigitIsOneOfEurope() {
    for number in [
      "4ZZZZZ1KZAW123456", "0ZZZZZ1KZAW123456", "KZZZZZ1KZAW123456", "WZZZZZ1KZAW12345X",
      "wZZZZZ1KZAW123456",
      "99912345678901234", "WZZZZZ1KZAI123456", "W_ZZZZ1KZAW123456",
    ] {
      #expect(numbers("vin \(number)") == [], "\(number)")
    }
    #expect(numbers("order WZZZZZ1KZAW123456") == [])
  }

  @Test(arguments: [
    "vin 1M8GDM9A1KP042788", "vin 1M8GDM9AXKP04278", "vin 1M8GDM9AXKP0427881",
    "vin 1M8GDM9AXKPO42788", "vin IM8GDM9AXKP042788", "vin 1M8GDM9AXKPQ42788",
    "vin x_1M8GDM9AXKP042788", "vinyl 1M8GDM9AXKP042788", "calvin 1M8GDM9AXKP042788",
    "vin 11111111111111111", "vin 00000000000000000", "vin [VIN]", "vin *************2788",
    "vin VIN_a1_3f9a2c3f9a2c3f9a2c3f9a2c3f9a2c3f", "vin 1M8GDM9A-XKP042788",
  ])
  func anythingElseIsNone(text: String) {
    #expect(numbers(text) == [])
  }
}
