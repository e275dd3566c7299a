import Testing

@testable import Redaction

@Suite struct TokenShapesTests {
  private let hex = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
  private let bot = "123456789"
  private let secret = "AAn0B9o2D8y4K7e6X1a3M5p7L9eQwErTy-i"

  @Test(arguments: ["", "=", "密钥", "(", "\""])
  func twilioIsAPrefixAnd32HexadecimalDigits(_ before: String) {
    #expect(values(of: .twilioKey, in: before + "SK" + hex) == ["SK" + hex])
    #expect(values(of: .twilioKey, in: before + "AC" + hex + ".") == ["AC" + hex])
    #expect(values(of: .twilioKey, in: before + "SK" + hex + "a") == [])
    #expect(values(of: .twilioKey, in: before + "SG" + hex) == [])
    #expect(values(of: .twilioKey, in: before + "SK" + hex.dropLast() + "g") == [])
  }

  @Test func mailchimpEndsInItsDataCenter() {
    #expect(values(of: .vendorToken, in: "k=\(hex)-us4,") == [hex + "-us4"])
    #expect(values(of: .vendorToken, in: "请用\(hex)-us21登录") == [hex + "-us21"])
    #expect(values(of: .vendorToken, in: "\(hex)-us") == [])
    #expect(values(of: .vendorToken, in: "\(hex)-us123") == [])
    #expect(values(of: .vendorToken, in: "\(hex)-al32") == [])
    #expect(values(of: .vendorToken, in: "\(hex.dropLast())-us4") == [])
    #expect(values(of: .vendorToken, in: "\(hex.uppercased())-us4") == [])
  }

  @Test func maxMindEndsInItsMark() {
    let key = "n0B9o2" + "_n0B9o2D8y4K7e6X1a3M5p7L9eQwEr" + "_mmk"
    #expect(values(of: .vendorToken, in: "\"\(key)\"") == [key])
    #expect(values(of: .vendorToken, in: key.dropLast() + "x") == [])
  }

  @Test func telegramIsANumberAndASecret() {
    let token = bot + ":" + secret
    #expect(values(of: .vendorToken, in: token) == [token])
    #expect(values(of: .vendorToken, in: "/bot\(token)/sendMessage") == [token])
    #expect(values(of: .vendorToken, in: "token \(token).") == [token])
    #expect(values(of: .vendorToken, in: token + "x") == [])
    #expect(values(of: .vendorToken, in: "1234:" + secret) == [])
    #expect(values(of: .vendorToken, in: "x\(token)") == [])
    #expect(values(of: .vendorToken, in: "clm12345:AgencyIdentificationCodeContentType") == [])
  }

  @Test func discordHasThreeParts() {
    let token = "MTIzNDU2Nzg5MDEyMzQ1Njc4" + ".Gn0B9o." + "n0B9o2D8y4K7e6X1a3M5p7L9eQw"
    #expect(values(of: .vendorToken, in: token) == [token])
    #expect(values(of: .vendorToken, in: "Bot \(token)\nnext") == [token])
    #expect(values(of: .vendorToken, in: token.replacing("MTIz", with: "XTIz")) == [])
    #expect(values(of: .vendorToken, in: token.replacing(".Gn0B9o.", with: ".Gn0B9.")) == [])
    #expect(values(of: .vendorToken, in: String(token.dropLast(4))) == [])
  }

  @Test func sentencesOfDigitsAndDotsHoldNone() {
    #expect(values(of: .vendorToken, in: String(repeating: "M1.", count: 3_000)) == [])
    #expect(values(of: .vendorToken, in: String(repeating: "12345678:", count: 3_000)) == [])
  }
}
