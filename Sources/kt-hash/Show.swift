import ArgumentParser
import Bytes
import Command
import Integrity
import Stages

/// Shows evidence to people.
struct Show: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what a checkpoint, a manifest or a receipt says, for people.",
    usage: "kt-hash show <file> ...",
    discussion: """
      What stands there is shown, verified or not: 'kt-hash verify' verifies it.

      $ kt-hash show q1.kt
      $ head -1 q1-redacted.jsonl > one.jsonl && kt-hash show one.jsonl
      """)

  @Argument(
    help: ArgumentHelp(
      "Folders of evidence, checkpoints, manifests, or events with receipts.", valueName: "file"))
  var files: [String]

  mutating func execute() throws -> ExitStatus {
    var output = Output(capacity: 4096)
    for file in files { try EvidenceText.write(Path(argument: file), into: &output) }
    return KTHash.writeOut(output.bytes)
  }
}
