import Foundation
import TestSupport
import Testing

/// What the fuzzer once found (Tests/Fuzz) stays mended.
@Suite struct FailCaseTests {
  private static let folder =
    Locations.repository.appendingPathComponent("Tests/Fuzz/FailCases")

  @Test func everyInputThatFailedOnceHolds() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder, includingPropertiesForKeys: nil)
    for file in files {
      let input = Array(try Data(contentsOf: file))
      #expect(RedactionCheck.complaint(about: input) == nil, "\(file.lastPathComponent)")
    }
  }
}
