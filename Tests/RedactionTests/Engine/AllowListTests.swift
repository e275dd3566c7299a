import Bytes
import Testing

@testable import Redaction

@Suite struct AllowListTests {
  private func allows(_ entries: [String], _ value: String) -> Bool {
    let list = AllowList(entries.map { Array($0.utf8) })
    let bytes = Array(value.utf8)
    return list.contains(bytes.span)
  }

  @Test func exactValuesAndSuffixesAreLeftAlone() {
    let entries = ["192.0.2.1", "@Company.com", ".example.org"]
    for value in ["192.0.2.1", "jane@company.com", "JANE@COMPANY.COM", "a@mail.example.org"] {
      #expect(allows(entries, value), "\(value)")
    }
    for value in ["192.0.2.10", "x192.0.2.1", "jane@company.com.evil", "jane@mycompany.com", ""] {
      #expect(!allows(entries, value), "\(value)")
    }
  }

  @Test func anEmptyListAllowsNothing() { #expect(!allows([], "x")) }
}
