import Testing

@testable import Redaction

@Suite struct KindTableTests {
  @Test func everyKindHasAnEntryAtItsPlace() {
    #expect(KindTable.entries.map(\.kind) == Kind.allCases)
  }

  @Test func namesAreUnique() {
    #expect(Set(KindTable.entries.map(\.name)).count == Kind.allCases.count)
  }

  @Test func everyKindIsDescribedAndFoundInItsExample() {
    for entry in KindTable.entries {
      #expect(!entry.definition.isEmpty, "\(entry.name)")
      #expect(!values(of: entry.kind, in: entry.example).isEmpty, "\(entry.name)")
    }
  }
}
