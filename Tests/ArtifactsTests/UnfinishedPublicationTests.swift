import Bytes
import Digests
import TestSupport
import Testing

@testable import Artifacts

@Suite struct UnfinishedPublicationTests {
  private static let staging = ".kt-staging-0123456789abcdef"
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
    for name in ["placed", "old", "published"] { try temporary.write(name, to: name) }
    try temporary.write("", to: "\(Self.staging)/journal")
    try temporary.link("placed", as: "\(Self.staging)/0")
    try temporary.link("old", as: "\(Self.staging)/old-0")
  }

  /// Which of the files belong to no export now.
  private func unfinished() throws -> [String] {
    let root = try temporary.open()
    let files = try UnfinishedPublication.files(in: root)
    return try ["old", "placed", "published"].filter { name in
      files.contains(try root.status(of: Path(name))?.identity ?? [])
    }
  }

  @Test func beforeTheManifestHasItsNameNewFilesAreUnfinished() throws {
    try temporary.write("", to: "\(Self.staging)/manifest")
    #expect(try unfinished() == ["placed"])
  }

  @Test func afterwardsOldFilesAre() throws {
    #expect(try unfinished() == ["old"])
  }

  @Test func oldContentIsKeptUntilTheNewManifestHasItsName() throws {
    func keeps(_ text: String) throws -> Bool {
      let content = StoredContent(of: Array(text.utf8).span)
      return try UnfinishedPublication.keeps(content, in: temporary.open())
    }
    #expect(try !keeps("old"))
    try temporary.write("", to: "\(Self.staging)/manifest")
    #expect(try keeps("old"))
    #expect(try !keeps("placed") && !keeps("other"))
  }
}
