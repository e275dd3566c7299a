import ArgumentParser
import Artifacts
import Bytes
import Command
import Compression
import DecisionEvent
import Integrity
import Stages

/// Makes one export of several.
struct Join: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Make one export of several, which processes of their own have made.",
    usage: "kt-sink join [<options>] <folder> <part> ...",
    discussion: """
      FOLDER gets the artifacts of all parts under their own names, SHA256SUMS, and the manifest \
      last. Nothing is copied: the files get a second name, so that all must lie on one file \
      system, and the parts' own can be removed afterwards. Each artifact is read again and must \
      have the bytes that its manifest says; else nothing is published. Parts must not lie in \
      FOLDER itself.

      $ kt-sink join q1 parts/*.manifest.json
      $ kt-sink join --checkpoint q1.kt/checkpoint q1 parts/*.manifest.json
      """)

  @Argument(help: "The folder of the export.")
  var folder: String
  @Argument(help: ArgumentHelp("A manifest, or a folder with one.", valueName: "part"))
  var parts: [String]
  @Option(
    help: ArgumentHelp(
      "The checkpoint that the manifest lists; events are not compared with it.",
      valueName: "file"))
  var checkpoint: String?
  @Option(
    name: .customLong("created-at"),
    help: ArgumentHelp(
      "When the manifest says that it was made (default: now).", valueName: "time"))
  var createdAt: String?

  @Flag(help: "Replace the export that is there.")
  var force = false
  @Flag(
    name: .customLong("allow-partial"),
    help: "Join parts that are not complete; the manifest says so.")
  var allowPartial = false

  private func created() throws -> Timestamp {
    guard let createdAt else { return .now }
    guard let time = Timestamp(createdAt) else {
      throw ValidationError(
        "--created-at: \(Quoting.quoted(createdAt)) is not a time; expected RFC 3339")
    }
    return time
  }

  mutating func execute() throws -> ExitStatus {
    SignalCleanup.install()
    let created = try created()
    var receipts = ReceiptInspection.Options()
    receipts.checkpoint = checkpoint.map { Path(argument: $0) }
    var check = ReceiptCheck(receipts)
    var options = ArtifactOptions(try CompressionMethod(.plain, engine: .auto, level: nil))
    options.replaces = force
    let join = ExportJoin(
      into: folder, options: options, checkpoint: try check.conclude(),
      allowsPartial: allowPartial, created: created,
      tool: ToolIdentity(name: KTSink.toolName, version: suiteVersion, options: ""))
    try join.run(parts.map { Path(argument: $0) })
    return .success
  }
}
