import ArgumentParser

/// What is told about the redaction.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Write what was done to each event that changed, without any value, and at the end the \
      digest of what came out, to a new FILE.
      """, valueName: "file"))
  var log: String?
  @Flag(
    name: .customLong("log-offsets"),
    help: """
      Note where replacements stand, too, in bytes of the new text; by which the lengths of what \
      stood there may be guessed.
      """)
  var logOffsets = false
  @Flag(
    help: """
      Change nothing; end with status 1, and tell how much of each kind, where anything is left \
      that the rules would find.
      """)
  var check = false
  @Flag(help: "Print the effective rules as JSON, with the digest that logs have, and do nothing.")
  var explain = false

  func validate() throws {
    guard log != nil || !logOffsets else { throw ValidationError("--log-offsets is for --log") }
    guard log == nil || !check else {
      throw ValidationError("--check changes nothing, so that there is nothing to --log")
    }
  }
}
