import Testing

@testable import Redaction

/// Values of letters alone, which no digit leads to: a label does.
@Suite struct LabelledLettersTests {
  @Test(arguments: [
    "mac #", "MAC address: #", "mac_address=#", "\"mac\": \"#\"", "Mac-Adresse #.",
    "Physical address is #", "hardware address #", "ether #",
  ])
  func hardwareAddressesOfLettersAreFoundBehindTheirLabel(text: String) {
    for address in ["aabb.ccdd.eeff", "DEAD.BEEF.CAFE"] {
      #expect(values(of: .macAddress, in: text.replacing("#", with: address)) == [address])
    }
  }

  @Test(arguments: [
    "aabb.ccdd.eeff", "machine aabb.ccdd.eefg", "mac aabb.ccdd", "mac aabb.ccdd.eeff.aabb",
    "mac aaaa.aaaa.aaaa", "mac", "mac .", "mac ....",
  ])
  func otherLettersWithDotsAreNone(text: String) {
    #expect(values(of: .macAddress, in: text) == [])
  }

  @Test func anAddressWithADigitIsFoundOnce() {
    #expect(values(of: .macAddress, in: "mac 00bb.ccdd.eeff") == ["00bb.ccdd.eeff"])
  }

  @Test(arguments: [
    "codice fiscale #", "Codice Fiscale: #.", "\"codiceFiscale\":\"#\"", "fiscal code #",
  ])
  func fiscalCodesOfLettersAreFoundBehindTheirLabel(text: String) {
    let code = "RSSMRAQRCMNFNLRG"
    #expect(values(of: .itFiscalCode, in: text.replacing("#", with: code)) == [code])
  }

  @Test(arguments: ["RSSMRAQRCMNFNLRG", "fiscale RSSMRAQRCMNFNLRH", "fiscale xRSSMRAQRCMNFNLRG"])
  func otherWordsAreNoFiscalCodes(text: String) {
    #expect(values(of: .itFiscalCode, in: text) == [])
  }
}
