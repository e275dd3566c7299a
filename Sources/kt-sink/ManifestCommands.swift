import ArgumentParser
import Artifacts
import Bytes
import Command
import Stages

/// Compares an export with its manifests.
struct Verify: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read an export again and compare it with its manifest.",
    usage: "kt-sink verify <path> ...",
    discussion: """
      Every artifact is read whole: its bytes, SHA-256, content and number of events must be those \
      of the manifest. Differences, missing and extra files are told, and the status is 1.

      $ kt-sink verify q1/
      $ kt-sink verify blocked.jsonl.gz.manifest.json
      """)

  @Argument(help: ArgumentHelp("A folder with exports, or a manifest.", valueName: "path"))
  var paths: [String]

  mutating func execute() throws -> ExitStatus {
    let diagnostics = Diagnostics(tool: KTSink.toolName)
    var findings = 0
    for path in paths {
      findings += try ExportVerification { diagnostics.report($0) }.run(Path(argument: path))
    }
    return findings == 0 ? .success : .negative
  }
}

/// Shows a manifest to people.
struct Show: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a manifest as a table.",
    usage: "kt-sink show <manifest>",
    discussion: """
      $ kt-sink show q1/manifest.json
      $ kt-sink show blocked.jsonl.gz.manifest.json
      """)

  @Argument(help: ArgumentHelp("A manifest, or a folder with one.", valueName: "manifest"))
  var path: String

  mutating func execute() throws -> ExitStatus {
    var table = Output(capacity: 4096)
    try ManifestTable.write(Path(argument: path), into: &table)
    return KTSink.writeOut(table.bytes)
  }
}
