public import Foundation
import Glibc

/// Where the repository and its executables are.
public enum Locations {
  /// The repository's top folder.
  public static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the executables under test: KT_BIN, or where the tests themselves were built.
  public static let executables: URL = {
    if let folder = ProcessInfo.processInfo.environment["KT_BIN"] {
      return URL(fileURLWithPath: folder)
    }
    return URL(fileURLWithPath: CommandLine.arguments[0])
      .resolvingSymlinksInPath().deletingLastPathComponent()
  }()

  /// The tools of the suite.
  public static let tools = [
    "kt-source", "kt-filter", "kt-check", "kt-redact", "kt-hash", "kt-format", "kt-sink", "kt-wrap",
  ]
}

/// A folder of its own for one test, removed with the value.
public final class TemporaryFolder {
  /// Where it is.
  public let url: URL

  /// Makes the folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("kt-test-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    // A folder that stays behind in the system's temporary folder fails no test.
    try? FileManager.default.removeItem(at: url)
  }

  /// The path of a name inside.
  public func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}

/// How a process ended and what it printed.
public struct ProcessResult: Equatable {
  /// The exit status, 128 and the number for one that a signal ended.
  public let status: Int32
  /// Standard output.
  public let output: Data
  /// Standard error.
  public let errors: Data

  /// A result to compare with.
  public init(status: Int32, output: Data, errors: Data) {
    self.status = status
    self.output = output
    self.errors = errors
  }

  /// Standard output as text.
  public var outputText: String { String(decoding: output, as: UTF8.self) }
  /// Standard error as text.
  public var errorText: String { String(decoding: errors, as: UTF8.self) }
}

/// Runs a bash script with the executables first in PATH, in `folder`; a run over `timeout`
/// seconds is killed and ends with status 124.
public func runScript(
  _ script: String, in folder: URL, timeout: Int = 120, environment extra: [String: String] = [:]
) throws -> ProcessResult {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
  process.arguments = ["--kill-after=5", "\(timeout)", "bash", "-c", script]
  process.currentDirectoryURL = folder
  var environment = ProcessInfo.processInfo.environment
  environment["PATH"] = "\(Locations.executables.path):\(environment["PATH"] ?? "/usr/bin:/bin")"
  environment["SAMPLES"] =
    Locations.repository.appendingPathComponent("pipelines/sample-events").path
  environment["EVENTS"] =
    Locations.repository.appendingPathComponent("Tests/GoldenTests/Events").path
  environment["REPOSITORY"] = Locations.repository.path
  environment["LC_ALL"] = "C"
  environment["KT_STATS"] = nil
  environment.merge(extra) { $1 }
  process.environment = environment
  // Files instead of pipes: no reader is needed, and none can block the script.
  let results = try TemporaryFolder()
  let output = try makeFile(results.path("out"))
  let errors = try makeFile(results.path("err"))
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = output
  process.standardError = errors
  try runWithoutBlockedSignals(process)
  process.waitUntilExit()
  let isSignal = process.terminationReason == .uncaughtSignal
  return ProcessResult(
    status: process.terminationStatus + (isSignal ? 128 : 0),
    output: try Data(contentsOf: URL(fileURLWithPath: results.path("out"))),
    errors: try Data(contentsOf: URL(fileURLWithPath: results.path("err"))))
}

/// Starts a process with an empty signal mask: the threads that tests run on block nearly all
/// signals, and a child inherits that.
private func runWithoutBlockedSignals(_ process: Process) throws {
  var none = sigset_t()
  var old = sigset_t()
  // Safe: both sets live through the calls.
  unsafe sigemptyset(&none)
  unsafe pthread_sigmask(SIG_SETMASK, &none, &old)
  defer { unsafe pthread_sigmask(SIG_SETMASK, &old, nil) }
  try process.run()
}

private func makeFile(_ path: String) throws -> FileHandle {
  guard FileManager.default.createFile(atPath: path, contents: nil),
    let handle = FileHandle(forWritingAtPath: path)
  else { throw CocoaError(.fileWriteUnknown) }
  return handle
}

/// Whether a command is installed.
public func isInstalled(_ command: String) -> Bool {
  let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(command)") }
}
