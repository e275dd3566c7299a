import ArgumentParser
import Bytes
import Command
import Integrity
import Stages

/// Merges parts under one root, and signs it.
struct SealParts: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Merge parts that 'add' made, in the order given, under one root, and sign it.",
    usage: "kt-hash seal --key-file <file> --export <id> --out <folder> [options] <part> ...",
    discussion: """
      The root is that of one process over the parts' events one behind the other. Stored files \
      are pinned by their digests; together they must hold as many events as the parts.

      $ kt-hash seal --key-file export.key --export q1 --out q1.kt part-1.kt part-2.kt
      $ kt-hash seal --key-file export.key --export q2 --after q1.kt --out q2.kt \
      --file q2.jsonl.gz part-1.kt
      """)

  @Argument(help: ArgumentHelp("Folders of parts, in the order of the log.", valueName: "part"))
  var parts: [String]
  @Option(help: ArgumentHelp("The folder of evidence to make.", valueName: "folder"))
  var out: String
  @OptionGroup var key: KeyOptions
  @OptionGroup var seal: SealOptions
  @Option(
    name: .customLong("file"),
    help: ArgumentHelp("A stored file of the export, in order.", valueName: "file"))
  var storedFiles: [String] = []

  mutating func execute() throws -> ExitStatus {
    guard let keys = try key.keys() else {
      throw ValidationError("expected --key-file and --export")
    }
    SignalCleanup.install()
    var request = keys.request(tool: "\(KTHash.toolName) \(suiteVersion)")
    try seal.fill(&request)
    let sealed = try SealedExport(
      merging: parts.map { ExportFolder(Path(argument: $0)) },
      files: storedFiles.map { Path(argument: $0) }, request: request,
      into: ExportFolder(Path(argument: out)))
    Announcement.write(sealed.sentence)
    return .success
  }
}
