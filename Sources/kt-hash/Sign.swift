import ArgumentParser
import Bytes
import Command
import Integrity
import Stages

/// Appends a signature to a checkpoint.
struct Sign: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Append a signature of another key to a checkpoint, as when keys are changed.",
    usage: "kt-hash sign --key-file <file> [--trust <key|file>] <checkpoint>",
    discussion: """
      The text stays as it is, and so do the other signatures: while both keys are in use both \
      sign. CHECKPOINT gets the line, all of it or nothing, and the checkpoint is printed.

      $ kt-hash sign --key-file new.key --trust verifier.pub q1.kt/checkpoint
      """)

  @Argument(help: ArgumentHelp("The checkpoint, or its folder.", valueName: "checkpoint"))
  var checkpoint: String
  @Option(
    name: .customLong("key-file"),
    help: ArgumentHelp("The key file that 'kt-hash keygen' made.", valueName: "file"))
  var keyFile: String
  @Option(
    help: ArgumentHelp(
      "Sign only what this verifier key, or file of one or of a C2SP policy, has signed.",
      valueName: "key|file"))
  var trust: String?

  mutating func execute() throws -> ExitStatus {
    let key = try KeyFile(file: Path(argument: keyFile)).signing
    let trust = try trust.map { try TrustPolicy(argument: Path(argument: $0)) }
    let note = try SignedCheckpoint.append(
      key, to: ExportFolder.checkpointFile(Path(argument: checkpoint)), trusting: trust)
    return KTHash.writeOut(note.span)
  }
}
