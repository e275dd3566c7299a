import ArgumentParser
import Command
import Stages

/// Makes exports that can be verified event by event, even after redaction.
@main
struct KTHash: Tool {
  static let configuration = CommandConfiguration(
    commandName: "kt-hash",
    abstract: "Commit to decision events, sign what was committed to, and verify it years later.",
    discussion: """
      Events pass unchanged. Findings go to standard error, a JSON line each, or to --report; the \
      last line is one plain sentence. Exit status 1 is evidence of change, 4 that nothing can be \
      told.

      $ kt-hash keygen audit.example/acme > export.key
      $ kt-source events/ | kt-hash verify | kt-sink copy.jsonl.gz
      $ kt-source events/ | kt-hash add --key-file export.key --export q1 --out q1.kt | \
      kt-sink 'q1/{date}.jsonl.gz'
      $ kt-hash verify --log q1.kt --trust verifier.pub q1/*.jsonl.gz
      $ kt-source q1/ | kt-hash prove --log q1.kt | kt-redact --detect all | \
      kt-sink --log q1.kt q1-redacted.jsonl.gz
      $ kt-hash verify --checkpoint q1.kt/checkpoint --trust verifier.pub q1-redacted.jsonl.gz

      Each mode has its own --help.
      """,
    version: suiteVersion,
    subcommands: [
      KeyGeneration.self, Salt.self, Add.self, SealParts.self, Prove.self, Verify.self,
      Consistency.self, Sign.self, Show.self,
    ])

  mutating func execute() throws -> ExitStatus {
    let names = Self.configuration.subcommands.compactMap { $0.configuration.commandName }
    throw ValidationError("expected a mode: \(names.joined(separator: ", "))")
  }
}
