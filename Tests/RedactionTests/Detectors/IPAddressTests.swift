import Bytes
import Testing

@testable import Redaction

@Suite struct IPAddressTests {
  @Test func addressesOfVersion4AreFoundWhereverTheyStand() {
    for text in texts(around: "192.0.2.17") where !text.contains("a/") {
      #expect(values(of: .ipAddress, in: text) == ["192.0.2.17"], "\(text)")
    }
    for address in ["0.0.0.0", "255.255.255.255", "127.0.0.1", "10.0.0.1"] {
      #expect(values(of: .ipAddress, in: address) == [address])
    }
  }

  @Test func portsPrefixesRangesAndUsersStandBesideThem() {
    let texts = [
      "http://192.0.2.17:8080/x", "192.0.2.17/24", "192.0.2.17-20", "jane@192.0.2.17",
      "192.0.2.17@eth0", "ip==192.0.2.17", "192.0.2.17.in-addr.arpa", "{\"v\":\"192.0.2.17\"}",
    ]
    for text in texts {
      #expect(values(of: .ipAddress, in: text) == ["192.0.2.17"], "\(text)")
    }
    #expect(values(of: .ipAddress, in: "192.0.2.17-192.0.2.20").count == 2)
  }

  @Test func otherDottedNumbersAreNone() {
    let texts = [
      "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.256", "01.02.03.04", "1.2.3.1234", "v1.2.3.4",
      "x1.2.3.4", "1.2.3.4x", "1.3.6.1.4.1.311", "12.34.56,78",
    ]
    for text in texts {
      #expect(values(of: .ipAddress, in: text).isEmpty, "\(text)")
    }
  }

  @Test func versionsAndSectionsAreNone() {
    let texts = [
      "version 1.2.3.4", "Version=4.0.0.0", "Version: 1.2.3.4", "v 1.2.3.4", "v. 1.2.3.4",
      "Chrome/120.0.0.1", "section 3.2.1.4", "§ 3.2.1.4", "build 10.0.1.1", "lib-1.2.3.4.tar.gz",
      "lib.so.1.2.3.4", "1.2.3.4-rc1", "1.2.3.4-SNAPSHOT", "版本 1.2.3.4",
    ]
    for text in texts {
      #expect(values(of: .ipAddress, in: text).isEmpty, "\(text)")
    }
    for key in ["version", "app_version", "appVersion"] {
      #expect(values(of: .ipAddress, in: "1.2.3.4", key: key).isEmpty, "\(key)")
    }
    #expect(values(of: .ipAddress, in: "conversion 192.0.2.17") == ["192.0.2.17"])
  }

  @Test func allFormsOfVersion6AreFound() {
    let addresses = [
      "2001:db8::1", "::1", "fe80::1", "2001:db8::", "2001:0db8:85a3:0000:0000:8a2e:0370:7334",
      "2001:DB8:0:0:8:800:200C:417A", "::ffff:192.0.2.1", "::192.0.2.1", "64:ff9b::192.0.2.1",
      "0:0:0:0:0:FFFF:129.144.52.38", "fe80::1%eth0", "ff02::1", "1:2:3:4:5:6:7::",
    ]
    for address in addresses {
      #expect(values(of: .ipAddress, in: address) == [address], "\(address)")
    }
  }

  @Test func version6IsFoundWhereverItStands() {
    for text in texts(around: "2001:db8::17") {
      #expect(values(of: .ipAddress, in: text) == ["2001:db8::17"], "\(text)")
    }
    let texts = [
      "http://[2001:db8::17]:8080/", "jane@2001:db8::17", "IPv6:2001:db8::17", "ip:2001:db8::17",
      "2001:db8::17/64", "2001:db8::17: timeout", "node:2001:db8::17",
    ]
    for text in texts {
      #expect(values(of: .ipAddress, in: text) == ["2001:db8::17"], "\(text)")
    }
  }

  @Test func timesSlicesAndNamesOfCodeAreNone() {
    let texts = [
      "12:34:56", "1:2:3:4", "a::b", "std::cout", "Foo::Bar::baz", "list[1::3]", "a[::2]", ":::",
      "src=::", "dead::beef::cafe", "Enum::1", "12:30:45:10", "PCI 0000:00:1f.2",
      "01:02:03:04:05:06:07:08",
    ]
    for text in texts {
      #expect(values(of: .ipAddress, in: text).isEmpty, "\(text)")
    }
  }

  @Test func whatDoesNotParseWholeIsNone() {
    let texts = [
      "12345:db8::1", "2001::db8::1", "2001:db8::256.1.1.1", "::ffff:192.168.1",
      "684D:1111:222:3333:4444:5555:77", "1:2:3:4:5:6:7:8:9", "fe80::1text", "text2001:db8::1",
      "gggg:hhhh::1234", "::ffff:256.0.0.1",
    ]
    for text in texts {
      #expect(values(of: .ipAddress, in: text).isEmpty, "\(text)")
    }
  }

  @Test func itIsNotFoundInWhatReplacesIt() {
    for text in replacements(of: .ipAddress) {
      #expect(values(of: .ipAddress, in: "from \(text):80 \(text)::").isEmpty, "\(text)")
    }
  }

  @Test func everyCutOfItIsSafeToScan() {
    scanEveryCut(of: "x:2001:db8::192.0.2.1%eth0/64 1.2.3.4-rc ::ffff:1.2.3.4: ::: 1::")
  }

  @Test func aRunOfColonsIsLookedAtOnce() {
    for part in [":", "1:", "1.1.1.1:", "::", "abcd:", "x:1"] {
      let text = String(repeating: part, count: 50)
      let bytes = Array(text.utf8)
      var hits = Hits(wanted: .max)
      let end = IPAddress.findVersion6(
        bytes.span, [UInt8]().span, bytes.firstIndex(of: 0x3A) ?? 0, into: &hits)
      let run = bytes.drop { $0 != 0x3A }.prefix { $0 == 0x3A || isHexadecimal($0) }
      #expect(end >= run.endIndex, "\(part)")
    }
  }

  private func isHexadecimal(_ byte: UInt8) -> Bool { byte.hexadecimalValue != nil }
}
