import Foundation
import TestSupport
import Testing

/// A folder with a command and everything it must do.
///
/// `cmd` is a bash script, run in a copy of the folder with the executables first in PATH; `out`,
/// `err` and `exit` are what it must print and end with (nothing, nothing and 0 where a file is
/// missing); `needs` names commands without which the case is skipped, `python:NAME` being a
/// module that the Python of `KT_PEERS_PYTHON` must have, which `cmd` then calls by that variable,
/// `library:NAME` a shared library, `font:LANGUAGE` any font for a language, `build:static`
/// executables that need no Swift where they run, and `heavy:MINUTES` a run with `KT_HEAVY=1`, which
/// may take so long.
struct GoldenCase: CustomTestStringConvertible, Sendable {
  let folder: URL
  let name: String

  var testDescription: String { name }

  static let root = Locations.repository.appendingPathComponent("Tests/GoldenTests/Cases")

  static let all: [GoldenCase] = {
    let found = FileManager.default.enumerator(atPath: root.path)?.allObjects ?? []
    // KT_CASE narrows a run to the cases whose names hold it.
    let part = ProcessInfo.processInfo.environment["KT_CASE"] ?? ""
    return found.compactMap { $0 as? String }.filter { $0.hasSuffix("/cmd") }
      .map { String($0.dropLast("/cmd".count)) }.filter { part.isEmpty || $0.contains(part) }
      .sorted()
      .map { GoldenCase(folder: root.appendingPathComponent($0), name: $0) }
  }()

  private func content(_ file: String) throws -> Data {
    let url = folder.appendingPathComponent(file)
    guard FileManager.default.fileExists(atPath: url.path) else { return Data() }
    return try Data(contentsOf: url)
  }

  private func text(_ file: String) throws -> String {
    String(decoding: try content(file), as: UTF8.self)
  }

  /// What the case runs.
  func command() throws -> String { try text("cmd") }

  /// The commands that the case needs and the machine does not have.
  func missingCommands() throws -> [String] {
    try text("needs").split(whereSeparator: \.isWhitespace).map(String.init)
      .filter { !Self.isThere($0) }
  }

  private static func isThere(_ need: String) -> Bool {
    guard let colon = need.firstIndex(of: ":") else { return isInstalled(need) }
    let name = String(need[need.index(after: colon)...])
    switch need[..<colon] {
    case "python": return hasModule(name)
    case "library": return tells("PATH=$PATH:/sbin ldconfig -p", name)
    case "font": return tells("fc-list :lang=\(name)", "/")
    case "build": return !tells("ldd \"$(type -P kt-source)\"", "libswiftCore")
    case "heavy": return ProcessInfo.processInfo.environment["KT_HEAVY"] == "1"
    default: return false
    }
  }

  /// Whether a command prints a text; one that can't be run prints nothing.
  private static func tells(_ command: String, _ text: String) -> Bool {
    let result = try? runScript(command, in: Locations.repository)
    return result.map { String(decoding: $0.output, as: UTF8.self).contains(text) } ?? false
  }

  /// Whether the Python of the peers can import a module.
  private static func hasModule(_ name: String) -> Bool {
    guard let python = ProcessInfo.processInfo.environment["KT_PEERS_PYTHON"] else { return false }
    // A Python that can't be started has no modules.
    let result = try? runScript("'\(python)' -c 'import \(name)'", in: Locations.repository)
    return result?.status == 0
  }

  /// How many seconds the case may take.
  private func timeout() throws -> Int {
    let heavy = try text("needs").split(whereSeparator: \.isWhitespace)
      .first { $0.hasPrefix("heavy:") }
    return heavy.flatMap { Int($0.dropFirst("heavy:".count)) }.map { $0 * 60 } ?? 300
  }

  /// Runs the case, for a heavier one with more in its environment and longer.
  func run(timeout: Int? = nil, environment: [String: String] = [:]) throws -> ProcessResult {
    let copy = try TemporaryFolder()
    let place = copy.url.appendingPathComponent("case")
    try FileManager.default.copyItem(at: folder, to: place)
    return try runScript(
      try text("cmd"), in: place, timeout: timeout ?? self.timeout(), environment: environment)
  }

  func expected() throws -> ProcessResult {
    let status = try text("exit").trimmingCharacters(in: .whitespacesAndNewlines)
    return ProcessResult(
      status: Int32(status) ?? 0, output: try content("out"), errors: try content("err"))
  }

  /// Records what the case did, for a person to read before it is committed.
  func record(_ result: ProcessResult) throws {
    try write(result.output, to: "out")
    try write(result.errors, to: "err")
    try write(result.status == 0 ? Data() : Data("\(result.status)\n".utf8), to: "exit")
  }

  private func write(_ data: Data, to file: String) throws {
    let url = folder.appendingPathComponent(file)
    if data.isEmpty {
      if FileManager.default.fileExists(atPath: url.path) {
        try FileManager.default.removeItem(at: url)
      }
    } else {
      try data.write(to: url)
    }
  }
}

@Suite struct GoldenTests {
  @Test(arguments: GoldenCase.all)
  func caseDoesWhatIsRecorded(_ golden: GoldenCase) throws {
    let missing = try golden.missingCommands()
    guard missing.isEmpty else {
      print("skipped: \(golden.name) needs \(missing.joined(separator: ", "))")
      return
    }
    let result = try golden.run()
    if ProcessInfo.processInfo.environment["KT_ACCEPT"] == "1" {
      try golden.record(result)
      return
    }
    let expected = try golden.expected()
    #expect(result.outputText == expected.outputText)
    #expect(result.output == expected.output)
    #expect(result.errorText == expected.errorText)
    #expect(result.status == expected.status)
  }

  @Test func thereAreCases() {
    #expect(GoldenCase.all.count > 50)
  }

  @Test func everyOptionOfEveryToolStandsInACase() throws {
    let commands = try GoldenCase.all.map {
      try String(contentsOf: $0.folder.appendingPathComponent("cmd"), encoding: .utf8)
    }
    for tool in Locations.tools {
      let help = try runScript("\(tool) --help", in: Locations.repository).outputText
      for mode in [""] + Self.modes(in: help).map({ " \($0)" }) {
        let command = tool + mode
        let own = commands.filter { $0.contains(command) }.joined(separator: "\n")
        let text =
          mode.isEmpty
          ? help : try runScript("\(command) --help", in: Locations.repository).outputText
        for option in Self.options(in: text).subtracting(["--help"]) where !own.contains(option) {
          Issue.record("no golden case of \(command) has \(option)")
        }
        #expect(own.contains(mode.isEmpty ? "--help" : command))
      }
    }
  }

  @Test func everyFormatStandsInACase() throws {
    let help = try runScript(
      "COLUMNS=9999 kt-format --help", in: Locations.repository
    ).outputText
    let list = try #require(help.components(separatedBy: "The format to write: ").dropFirst().first)
    let names = list.components(separatedBy: ". ")[0].components(separatedBy: ", ")
    #expect(names.contains("csv"))
    let commands = try GoldenCase.all.map { try $0.command() }.joined(separator: "\n")
    for name in names where name != "jsonl" {
      #expect(commands.contains("--to \(name)"), "no golden case has --to \(name)")
    }
  }

  /// The modes that a help text lists.
  private static func modes(in help: String) -> [String] {
    guard let list = help.components(separatedBy: "\nSUBCOMMANDS:\n").dropFirst().first else {
      return []
    }
    return list.components(separatedBy: "\n\n")[0]
      .split(separator: "\n").compactMap { line in
        guard line.hasPrefix("  "), !line.hasPrefix("   ") else { return nil }
        return line.split(separator: " ").first.map(String.init)
      }
  }

  /// The long options that a help text lists, at the beginning of its lines.
  private static func options(in help: String) -> Set<String> {
    var options: Set<String> = []
    for line in help.split(separator: "\n") where line.hasPrefix("  -") {
      for word in line.split(whereSeparator: { " ,/".contains($0) }) where word.hasPrefix("--") {
        options.insert(String(word))
      }
    }
    return options
  }
}
