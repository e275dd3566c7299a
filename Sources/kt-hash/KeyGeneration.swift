import ArgumentParser
import Bytes
import Command
import Integrity
import Stages

/// Makes the keys of who exports.
struct KeyGeneration: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "keygen",
    abstract: "Make the keys of who exports: one that signs, and one that salts come from.",
    usage: "kt-hash keygen <name> > <key file>",
    discussion: """
      The key file goes to standard output, and its verifier key, which is for everybody, to \
      standard error. Keep the key file to yourself (chmod 600) and a copy of it in a safe: who \
      has it can sign in your name, and without it nobody can make receipts.

      $ (umask 077; kt-hash keygen audit.example/acme > export.key 2> verifier.pub)
      """)

  @Argument(
    help: ArgumentHelp(
      "The name of the log, such as audit.example/acme: without spaces and '+'.",
      valueName: "name"))
  var name: String

  mutating func execute() throws -> ExitStatus {
    guard let name = KeyName(Array(name.utf8)) else {
      throw ValidationError("\(Quoting.quoted(name)): a name has no spaces, '+' or controls")
    }
    let keys = KeyFile(generatingFor: name)
    let text = keys.text
    let status = KTHash.writeOut(text.span)
    if status == .success {
      Announcement.write(String(decoding: keys.signing.verifier.text, as: UTF8.self))
    }
    return status
  }
}

/// Lines for people on standard error that are no problems.
enum Announcement {
  /// Writes a line as it is: what people, and programs, are to read behind everything else.
  static func write(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    // Where standard error itself fails there is no one left to tell; the exit status stays.
    try? Descriptor.standardError.writeAll(bytes.span)
  }
}
