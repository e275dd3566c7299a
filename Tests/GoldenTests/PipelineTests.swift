import Foundation
import TestSupport
import Testing

@Suite struct PipelineTests {
  /// The scripts of pipelines/.
  static let scripts: [String] = {
    let folder = Locations.repository.appendingPathComponent("pipelines")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { name in
      let path = "\(folder.path)/\(name)"
      let type = try? FileManager.default.attributesOfItem(atPath: path)[.type]
      return type as? FileAttributeType == .typeRegular
        && FileManager.default.isExecutableFile(atPath: path)
    }.sorted()
  }()

  @Test func thereAreScripts() { #expect(Self.scripts.contains("quickstart")) }

  @Test(arguments: scripts)
  func scriptFollowsTheHabits(_ name: String) throws {
    let path = Locations.repository.appendingPathComponent("pipelines/\(name)").path
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("set -Eeuo pipefail"))
    #expect(text.contains("PIPESTATUS"))
    #expect(!text.contains(#"dirname "$0""#), "found through a link, too: realpath \"$0\"")
    // Who runs a script on records reads it before.
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 120)
    let cases = GoldenCase.all.filter { $0.name.hasPrefix("pipeline/") }
    let runs = try cases.filter { try $0.command().contains("pipelines/\(name)") }
    #expect(!runs.isEmpty, "a golden case runs \(name)")
  }

  /// The blocks of a README marked `sh`, which run in a copy of the sample events' folder.
  static func blocks(_ readme: String) -> [String] {
    let path = Locations.repository.appendingPathComponent(readme)
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n```sh\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }

  /// What people read first.
  static let pages = ["README.md", "pipelines/README.md", "pipelines/guide.md"]

  @Test(arguments: pages)
  func theReadmeHasBlocks(_ readme: String) { #expect(Self.blocks(readme).count >= 3) }

  @Test func theGalleryHasARowForEveryScript() throws {
    let path = Locations.repository.appendingPathComponent("pipelines/README.md")
    let text = try String(contentsOf: path, encoding: .utf8)
    // Its first table; others, further down, are about something else.
    let table = text.components(separatedBy: "\n").drop { !$0.hasPrefix("|") }
      .prefix { $0.hasPrefix("|") }
    for name in Self.scripts {
      #expect(table.contains { $0.contains("| `\(name)` |") }, "a row for \(name)")
    }
  }

  @Test(arguments: pages.flatMap { blocks($0) })
  func readmeBlockRuns(_ block: String) throws {
    let folder = try TemporaryFolder()
    let samples = Locations.repository.appendingPathComponent("pipelines/sample-events")
    try FileManager.default.copyItem(
      at: samples, to: folder.url.appendingPathComponent("events"))
    let result = try runScript("set -Eeuo pipefail\n\(block)", in: folder.url)
    #expect(result.status == 0, "\(block)\n\(result.errorText)")
  }
}
