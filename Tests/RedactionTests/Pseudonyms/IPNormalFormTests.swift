import Bytes
import TestSupport
import Testing

@testable import Redaction

@Suite struct IPNormalFormTests {
  private func canonical(_ address: String) -> String {
    let bytes = Array(address.utf8)
    return String(decoding: IPNormalForm.text(bytes.span), as: UTF8.self)
  }

  private func network(_ address: String) -> String {
    let bytes = Array(address.utf8)
    var output = Output(capacity: 64)
    let isAddress = IPNormalForm.appendNetwork(of: bytes.span, into: &output)
    #expect(isAddress == (output.count > 0))
    return text(output.bytes)
  }

  @Test(arguments: [
    ("2001:DB8:0:0:8:800:200C:417A", "2001:db8::8:800:200c:417a"),
    ("2001:db8::0:1", "2001:db8::1"), ("::", "::"), ("0:0:0:0:0:0:0:1", "::1"),
    ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
    ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"), ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
    ("::ffff:192.0.2.33", "::ffff:192.0.2.33"), ("::FFFF:c000:221", "::ffff:192.0.2.33"),
    ("fe80::1%eth0", "fe80::1%eth0"),
    ("1::", "1::"), ("192.0.2.7", "192.0.2.7"),
  ])
  func spellingsOfAnAddressHaveOneForm(_ spelled: String, _ expected: String) {
    #expect(canonical(spelled) == expected)
  }

  @Test(arguments: [
    ("192.0.2.77", "192.0.2.0"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1::"),
    ("fe80::1%eth0", "fe80::"), ("::1", "::"), ("192.0.2.0", "192.0.2.0"),
    ("1.2.3", ""), ("1:2:3", ""), ("1::2::3", ""), ("300.1.1.1", ""), ("01.1.1.1", ""),
    ("1:2:3:4:5:6:7:8:9", ""), (":1", ""), ("1:", ""), ("", ""),
  ])
  func theNetworkOfAnAddressIsItsFirst24Or48Bits(_ address: String, _ expected: String) {
    #expect(network(address) == expected)
  }
}
