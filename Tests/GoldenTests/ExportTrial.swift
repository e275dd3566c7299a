import Foundation
import TestSupport

/// How a run of the model ends before its time.
enum ModelFault: Equatable {
  /// It doesn't.
  case none
  /// The upstream dies: the sink sees the stream up to some byte.
  case cut(at: Int)
  /// The sink is killed at the k-th of some system calls.
  case killedAt(call: String, Int)
  /// Another run adds these events at the same time.
  case beside([ModelEvent])
  /// The sink is killed after some milliseconds, where calls can't be counted.
  case killedAfter(milliseconds: Int)
}

/// One run of `kt-source | kt-sink`, and what it left behind.
struct ExportTrial {
  let folder: TemporaryFolder
  private(set) var commands: [String] = []

  /// What stands in the root after a run.
  struct Outcome {
    /// The sink's exit status, 137 where it was killed.
    let status: Int
    /// The export's events, or nil without a manifest.
    let lines: [String]?
    /// What `kt-sink verify`, `sha256sum -c` or kt-source object to.
    let objections: String
    /// What runs left in the root that is theirs alone.
    let debris: String
    /// The sums of all files by path.
    let files: [String: String]
    let messages: String
    /// What kt-source tells of files that it does not read.
    let notes: String
  }

  /// Whether system calls can be counted here: not in every container.
  static let canTrace: Bool = {
    guard isInstalled("strace"), let folder = try? TemporaryFolder() else { return false }
    return (try? runScript("strace -f -o trace true", in: folder.url))?.status == 0
  }()

  init() throws { folder = try TemporaryFolder() }

  private func sink(_ fault: ModelFault, _ arguments: String) -> String {
    switch fault {
    case .none, .beside: "kt-sink \(arguments)"
    case .cut(let count): "{ head -c \(count); cat >rest; } | kt-sink \(arguments)"
    case .killedAt(let call, let count):
      "strace -f -o trace -e trace=\(call) -e inject=\(call):signal=SIGKILL:when=\(count) "
        + "kt-sink \(arguments)"
    case .killedAfter(let milliseconds):
      "timeout -s KILL 0.\(String(format: "%03d", milliseconds)) kt-sink \(arguments)"
    }
  }

  /// Exports `events` and looks at what is there then.
  mutating func run(
    _ events: [ModelEvent], _ arguments: String, _ fault: ModelFault
  ) throws -> Outcome {
    try write(events, to: "in.jsonl")
    let command = "kt-source in.jsonl | \(sink(fault, arguments))"
    commands.append("\(command)  # \(events.count) events")
    var beside = ":"
    if case .beside(let others) = fault {
      try write(others, to: "others.jsonl")
      beside = "kt-source others.jsonl | kt-sink \(arguments)"
      commands[commands.count - 1] += ", beside \(others.count) others"
    }
    let script = """
      { \(beside); echo $? >others; } 2>messages-of-others &
      { \(command); } 2>messages
      echo ${PIPESTATUS[-1]} >status
      wait
      [ "$(cat others)" = 0 ] || cat others messages-of-others >>messages
      [ "$(cat others)" = 0 ] || echo 1 >status
      rm -f restored
      : >notes
      if [ -e out/manifest.json ]; then
        { kt-sink verify out || echo "verify ended with $?"
          (cd out && sha256sum -c --quiet SHA256SUMS)
          kt-source out --no-frame >restored 2>notes || echo "restoring ended with $?"; } >objections 2>&1
      else
        : >objections
      fi
      : >debris
      : >files
      if [ -d out ]; then
        find out -name '.*' >debris
        (cd out && find . -type f -exec sha256sum {} +) >files
      fi
      """
    let result = try runScript(script, in: folder.url)
    return try outcome(result)
  }

  private func write(_ events: [ModelEvent], to name: String) throws {
    let text = events.map { $0.line + "\n" }.joined()
    try Data(text.utf8).write(to: folder.url.appendingPathComponent(name))
  }

  private func outcome(_ result: ProcessResult) throws -> Outcome {
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: folder.path(name), encoding: .utf8)
    }
    var files: [String: String] = [:]
    for line in try text("files").split(separator: "\n") {
      files[String(line.dropFirst(66))] = String(line.prefix(64))
    }
    let isThere = FileManager.default.fileExists(atPath: folder.path("restored"))
    let status = try text("status").trimmingCharacters(in: .whitespacesAndNewlines)
    return Outcome(
      status: Int(status) ?? -1,
      lines: isThere ? try text("restored").split(separator: "\n").map(String.init) : nil,
      objections: try text("objections"), debris: try text("debris"), files: files,
      messages: try text("messages") + result.errorText,
      notes: try text("notes"))
  }
}
