import Testing

@testable import Redaction

@Suite struct MACAddressTests {
  @Test func itIsFoundInThreeFormsWhereverItStands() {
    for address in ["00:1A:2b:3c:4D:5E", "00-1A-2B-3C-4D-5E", "001a.2b3c.4d5e"] {
      for text in texts(around: address) {
        #expect(values(of: .macAddress, in: text) == [address], "\(text)")
      }
    }
  }

  @Test func aLabelMayStandRightBeforeIt() {
    for label in ["mac:", "mac=", "ether ", "MAC-Address: ", "interface:"] {
      let text = label + "00:1a:2b:3c:4d:5e: up"
      #expect(values(of: .macAddress, in: text) == ["00:1a:2b:3c:4d:5e"], "\(text)")
    }
  }

  @Test func longerAndShorterChainsAreNone() {
    let texts = [
      "00:1A:2B:3C:4D", "00:1A:2B:3C:4D:5E:6F", "16:27:ac:a5:76:28:2d:36:63:1b", "1:2:3:4:5:6",
      "MD5:16:27:ac:a5:76:28:2d:36", "00-1A-2B-3C-4D-5E-6F", "0-00-1A-2B-3C-4D-5E",
      "001a.2b3c.4d5e.6f70", "001a.2b3c", "x00:1a:2b:3c:4d:5e", "00:1a:2b:3c:4d:5ex",
      "00:1A:2B-3C:4D:5E", "123e4567-e89b-12d3-a456-426614174000", "ZZ:ZZ:ZZ:ZZ:ZZ:ZZ",
    ]
    for text in texts {
      #expect(values(of: .macAddress, in: text).isEmpty, "\(text)")
    }
  }

  @Test func onePairSixTimesAndDatesAreNone() {
    let texts = [
      "FF:FF:FF:FF:FF:FF", "00-00-00-00-00-00", "0000.0000.0000", "24-01-15-10-30-45",
      "24:01:15:10:30:45",
    ]
    for text in texts {
      #expect(values(of: .macAddress, in: text).isEmpty, "\(text)")
    }
    #expect(!values(of: .macAddress, in: "00:11:22:33:44:55").isEmpty)
  }

  @Test func threeDecimalGroupsNeedAWord() {
    #expect(values(of: .macAddress, in: "1234.5678.9012").isEmpty)
    #expect(values(of: .macAddress, in: "mac 1234.5678.9012") == ["1234.5678.9012"])
    #expect(values(of: .macAddress, in: "macro 1234.5678.9012").isEmpty)
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .macAddress) {
      #expect(values(of: .macAddress, in: "mac \(text):\(text)").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "00:1A:2B:3C:4D:5E 00-1A-2B-3C-4D-5E 001a.2b3c.4d5e mac:00:1a:2b:3c:4d:5e")
  }
}
