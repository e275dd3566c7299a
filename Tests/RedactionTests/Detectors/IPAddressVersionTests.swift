import Testing

@testable import Redaction

@Suite struct IPAddressVersionTests {
  @Test(arguments: [
    "fixes since 1.6.0.5", "release 1.8.1.4", "rfc2437#section-9.1.1.2", "perl-5.6.78.9",
    "v8: '12.4.254.14-node.11'", ".. versionchanged:: 0.7.100.3", "lib-1.2.3.4",
  ])
  func versionsAreNone(text: String) {
    #expect(values(of: .ipAddress, in: text) == [])
  }

  @Test(arguments: [
    "10.0.0.1", "192.0.2.7", "198.51.100.7", "1.2.3.4", "8.8.8.8",
  ])
  func addressesAreFound(address: String) {
    for text in ["from #", "# - - GET", "#-#", "(#)", "# -x", "host is #."] {
      let count = text.filter { $0 == "#" }.count
      let found = values(of: .ipAddress, in: text.replacing("#", with: address))
      #expect(found == Array(repeating: address, count: count), "\(text)")
    }
  }

  @Test func addressesBesideANameAreFound() {
    #expect(values(of: .ipAddress, in: "host-192.0.2.7") == ["192.0.2.7"])
    #expect(values(of: .ipAddress, in: "ip-10.0.0.1") == ["10.0.0.1"])
  }
}
