import Bytes
import Digests
import Foundation
import TestSupport
import Testing

@testable import Checking

@Suite struct ConfigFolderTests {
  private func event(_ version: String) -> String { #"{"id":"a","config_version":\#(version)}"# }

  @Test func versionsAreFoundByTheNamesOfFiles() throws {
    let folder = try TemporaryFolder()
    for name in ["0.7.1.json", "0.7.1.tar.gz", "0.8", ".0.9", "x.y"] {
      try Data(name.utf8).write(to: folder.url.appendingPathComponent(name))
    }
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("1.0"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("1.1"), withDestinationPath: "0.8")
    func report(_ versions: [String]) throws -> Report {
      try CheckingTests.report(on: versions.map(event)) {
        $0.configurations = Path(folder.url.path)
      }
    }
    let found = try report([#""0.7.1""#, "0.8", #""0.7.1.tar""#, #""0.7.1""#])
    #expect(found.text(of: .configVersion) == "passed 4")
    let configurations = try #require(found.configurations)
    #expect(
      configurations.map { String(decoding: $0.version, as: UTF8.self) }
        == ["0.7.1", "0.7.1.tar", "0.8"])
    #expect(configurations.map(\.events) == [2, 1, 1])
    #expect(configurations.map(\.files.count) == [2, 1, 1])
    #expect(configurations[2].files[0].content.bytes == 3)
    for missing in ["0.7", "0.9", "1.0", "1.1", "", ".", "..", "../x", "0.7.1.", "0.7.1.j"] {
      #expect(try report([#""\#(missing)""#]).text(of: .configVersion).hasPrefix("failed 1 of 1"))
    }
  }

  @Test func withoutAFolderTheVersionMustBeNamed() throws {
    let events = [event("\"1\""), event("null"), event("\" \"")]
    #expect(
      try text(of: .configVersion, on: events) == "failed 2 of 3: no config_version 2: a@2 a@3")
  }
}
