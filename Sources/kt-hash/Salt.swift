import ArgumentParser
import Bytes
import Command
import Commitments
import Integrity
import Stages

/// Writes the salt of an export for workers that are not to have the key.
struct Salt: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "salt",
    abstract: "Write the salt of an export, for workers that commit to parts of it.",
    usage: "kt-hash salt --key-file <file> --export <id> > <salt file>",
    discussion: """
      Who has the salt can compute what every event of the export was committed to, and so guess \
      what is masked: keep it from whoever gets a redacted copy.

      $ (umask 077; kt-hash salt --key-file export.key --export q1 > q1.salt)
      $ kt-hash add --salt q1.salt --out part-3.kt < part-3.jsonl > /dev/null
      """)

  @OptionGroup var key: KeyOptions

  mutating func execute() throws -> ExitStatus {
    guard let keys = try key.keys() else {
      throw ValidationError("expected --key-file and --export")
    }
    var text = Output(capacity: 128)
    keys.salt.appendFile(to: &text)
    return KTHash.writeOut(text.bytes)
  }
}
