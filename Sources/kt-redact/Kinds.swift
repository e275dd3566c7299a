import ArgumentParser
import Bytes
import Command
import Redaction
import Stages

/// Lists what can be found.
struct Kinds: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "kinds",
    abstract: "List every kind of value that is found without a rule of your own.",
    usage: "kt-redact kinds [--json|--markdown]",
    discussion: """
      Its name, whether it is personal data (pii) or a secret, the confidence of its hits, what is \
      found, an example that is nobody's, and what becomes of it.

      $ kt-redact kinds
      $ kt-redact kinds --json | grep '"class":"secret"'
      """)

  @Flag(help: "Write a JSON object a line.")
  var json = false
  @Flag(help: "Write a Markdown table.")
  var markdown = false

  func validate() throws {
    guard !json || !markdown else {
      throw ValidationError("--json and --markdown exclude each other")
    }
  }

  mutating func execute() throws -> ExitStatus {
    var list = Output(capacity: 64 * 1024)
    try KindListing.write(json ? .json : markdown ? .markdown : .text, into: &list)
    return KTRedact.writeOut(list.bytes)
  }
}
