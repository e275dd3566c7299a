import ArgumentParser
import Bytes
import Command
import Redaction
import Stages

/// Makes keys for pseudonyms.
struct KeyGeneration: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "keygen",
    abstract: "Make a key for pseudonyms: 32 random bytes from the system.",
    usage: "kt-redact keygen [--kid <id>] [--rotate] [<file>]",
    discussion: """
      FILE is made with mode 0600 and must not be there; without it, the key goes to standard \
      output. With the key, tokens can be linked to values that are guessed; when the last copy \
      is destroyed, nobody can any more.

      $ kt-redact keygen keys
      $ kt-redact keygen --rotate keys
      """)

  @Argument(help: ArgumentHelp("The key file to make.", valueName: "file"))
  var file: String?
  @Option(
    name: .customLong("kid"),
    help: ArgumentHelp(
      "The key's name in every token, 2 to 8 letters or digits. Default: k1, k2 ..",
      valueName: "id"))
  var identifier: String?
  @Flag(help: "Put the key in front of those that FILE has; tokens of new events are made with it.")
  var rotate = false

  func validate() throws {
    guard file != nil || !rotate else { throw ValidationError("--rotate needs a file") }
  }

  mutating func execute() throws -> ExitStatus {
    guard let file else {
      let line = try KeyFile.newLine(identifier: identifier)
      return KTRedact.writeOut(line.span)
    }
    if rotate {
      try KeyFile.rotate(Path(argument: file), identifier: identifier)
    } else {
      try KeyFile.create(Path(argument: file), identifier: identifier)
    }
    return .success
  }
}
