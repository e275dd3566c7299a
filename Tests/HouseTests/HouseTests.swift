import Foundation
import TestSupport
import Testing

/// What must stay true of the tree and of the executables (spec/house.md, section 2.5).
@Suite struct HouseTests {
  /// All Swift files below a folder of the repository, by path from there.
  private static func swiftFiles(below folder: String) -> [String] {
    let root = Locations.repository.appendingPathComponent(folder).path
    let found = FileManager.default.enumerator(atPath: root)?.allObjects ?? []
    return found.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
      .map { "\(folder)/\($0)" }.sorted()
  }

  private static func lines(of file: String) throws -> [String] {
    try String(
      contentsOf: Locations.repository.appendingPathComponent(file), encoding: .utf8
    ).components(separatedBy: "\n")
  }

  private static let sources = swiftFiles(below: "Sources")
  private static let tests = swiftFiles(below: "Tests")

  @Test func theTopLevelHasNothingNew() throws {
    let allowed: Set = ["Package.swift", "Sources", "Tests", "pipelines", "README.md", "LICENSE"]
    let names = try FileManager.default.contentsOfDirectory(atPath: Locations.repository.path)
    let visible = names.filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
    #expect(Set(visible) == allowed)
  }

  @Test func unsafeCodeStandsBehindTheFence() throws {
    #expect(Self.sources.count > 40)
    let fenced = ["Sources/Bytes/", "Sources/Typesetting/", "Sources/Digests/SHA256+Span.swift"]
    for file in Self.sources where !fenced.contains(where: file.hasPrefix) {
      for (number, line) in try Self.lines(of: file).enumerated() {
        let code = line.components(separatedBy: "//")[0]
        #expect(
          code.range(of: #"\bunsafe\b|Unsafe[A-Z]"#, options: .regularExpression) == nil,
          "\(file):\(number + 1)")
      }
    }
  }

  @Test func noFileIsAWall() throws {
    for file in Self.sources + Self.tests {
      #expect(try Self.lines(of: file).count <= 401, "\(file)")
    }
  }

  @Test func dataNeverGoesThroughCallsThatLoseIt() throws {
    for file in Self.sources {
      for (number, line) in try Self.lines(of: file).enumerated() {
        let code = line.components(separatedBy: "//")[0]
        #expect(
          code.range(
            of: #"(?<![\w.])print\(|FileHandle|readLine\(|import Foundation|fatalError|try!"#,
            options: .regularExpression) == nil,
          "\(file):\(number + 1)")
      }
    }
  }

  @Test func theManifestKeepsEveryCheckOn() throws {
    let text = try Self.lines(of: "Package.swift").joined(separator: "\n")
    #expect(text.contains(".strictMemorySafety()"))
    #expect(!text.contains("unsafeFlags"))
    #expect(!text.contains("Ounchecked"))
  }

  /// Which modules a module may import; nothing points up or sideways (spec/house.md, 2.2).
  private static let allowedImports: [String: Set<String>] = {
    let event: Set = ["DecisionEvent", "EventJSON", "Bytes"]
    let stage = event.union(["Stages", "Compression"])
    let tool = stage.union(["Command", "ArgumentParser"])
    return [
      "Bytes": ["Glibc", "CZlib", "_Builtin_intrinsics.intel.sse2"], "Compression": ["Bytes"],
      "Typesetting": ["Bytes"],
      "EventJSON": ["Bytes"],
      "DecisionEvent": ["EventJSON", "Bytes"], "Digests": ["Bytes", "Crypto"],
      "Checking": stage.union(["Totals", "Digests"]),
      "Stages": event.union(["Compression"]), "Containers": stage, "Filtering": stage,
      "Formatting": stage.union([
        "Containers", "Totals", "Transcripts", "Typesetting", "Digests",
      ]),
      "Transcripts": ["Typesetting", "Totals", "DecisionEvent", "EventJSON", "Digests", "Bytes"],
      "Totals": ["DecisionEvent", "EventJSON", "Digests", "Bytes"],
      "Redaction": stage.union(["Commitments", "Digests"]),
      "Sourcing": stage.union(["Containers", "Manifests", "Digests"]),
      "Commitments": ["EventJSON", "Digests", "Bytes"],
      "Integrity": stage.union(["Commitments", "Digests"]), "Manifests": event,
      "Artifacts": stage.union(["Manifests", "Digests"]), "Wrapping": stage,
      "Command": stage.union(["ArgumentParser"]),
      "kt-format": tool.union(["Formatting", "Transcripts"]),
      "kt-filter": tool.union(["Filtering"]),
      "kt-check": tool.union(["Checking"]), "kt-redact": tool.union(["Redaction"]),
      "kt-hash": tool.union(["Integrity", "Commitments", "Filtering"]),
      "kt-source": tool.union(["Sourcing"]),
      "kt-sink": tool.union(["Artifacts", "Integrity", "Manifests"]),
      "kt-wrap": tool.union(["Wrapping"]),
    ]
  }()

  @Test func noModuleImportsUpOrSideways() throws {
    for file in Self.sources {
      let module = file.components(separatedBy: "/")[1]
      let allowed = try #require(Self.allowedImports[module], "a new module: \(module)")
      for line in try Self.lines(of: file) {
        let words = line.components(separatedBy: " ")
        guard let index = words.firstIndex(of: "import"), index <= 1, words.count > index + 1,
          !line.hasPrefix("//")
        else { continue }
        #expect(allowed.contains(words[index + 1]), "\(file) imports \(words[index + 1])")
      }
    }
  }

  @Test(.enabled(if: isInstalled("swift")))
  func theFormatterHasNothingToSay() throws {
    let result = try runScript(
      "swift format lint -s -r Package.swift Sources Tests", in: Locations.repository,
      timeout: 300)
    #expect(result.status == 0, "\(result.errorText.prefix(2000))")
  }

  @Test func everyToolOfTheSourcesIsTested() throws {
    let sources = Locations.repository.appendingPathComponent("Sources")
    let names = try FileManager.default.contentsOfDirectory(atPath: sources.path)
    #expect(Set(names.filter { $0.hasPrefix("kt-") }) == Set(Locations.tools))
  }

  @Test(arguments: Locations.tools)
  func everyToolAnswersAndStandsInTheReadme(_ tool: String) throws {
    let help = try runScript("\(tool) --help", in: Locations.repository)
    #expect(help.status == 0)
    #expect(help.outputText.contains("$ \(tool)") || help.outputText.contains("| \(tool)"))
    let version = try runScript("\(tool) --version", in: Locations.repository)
    #expect(version.status == 0)
    #expect(
      version.outputText.range(of: #"^\d+\.\d+\.\d+\n$"#, options: .regularExpression) != nil)
    #expect(try Self.lines(of: "README.md").joined().contains("| `\(tool)` |"))
  }

  /// A static build hides what is linked, so this looks at the dynamic one of these tests.
  @Test(.enabled(if: isInstalled("ldd")), arguments: Locations.tools)
  func noToolLinksFoundationOrICU(_ tool: String) throws {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    let result = try runScript("ldd '\(folder.path)/\(tool)'", in: Locations.repository)
    #expect(result.status == 0)
    #expect(result.outputText.contains("libc.so"))
    #expect(!result.outputText.contains("libFoundation.so"))
    #expect(!result.outputText.contains("ICU"))
  }
}
