public import ArgumentParser
import Bytes
public import Redaction
import Stages

extension EmailFolding: ExpressibleByArgument {}

/// The keys of pseudonyms.
struct PseudonymOptions: ParsableArguments {
  @Option(
    name: .customLong("key-file"),
    help: ArgumentHelp(
      """
      The keys of pseudonyms, which nobody else can read: lines 'id:key', the newest first, as \
      'kt-redact keygen' makes them; /dev/fd/N for a pipe.
      """, valueName: "file"))
  var keyFile: String?
  @Option(
    name: .customLong("also-kid"),
    help: ArgumentHelp(
      "Write the pseudonym of this older key, too, while a rotation lasts.", valueName: "id"))
  var alsoIdentifier: String?
  @Option(
    name: .customLong("email-fold"),
    help: ArgumentHelp(
      """
      Which spellings of an e-mail address have one pseudonym: those that differ in case, or \
      those that differ in the domain's case. Default: case.
      """, valueName: "case|strict"))
  var emailFolding: EmailFolding?

  func validate() throws {
    guard keyFile != nil || alsoIdentifier == nil && emailFolding == nil else {
      throw ValidationError("--also-kid and --email-fold are for pseudonyms; add --key-file")
    }
  }

  /// Reads the keys; nil where none are given, which a request with pseudonyms can't do without.
  func pseudonymizer(for request: RedactionRequest) throws(Problem) -> Pseudonymizer? {
    guard let keyFile else {
      guard !request.needsKey else {
        throw Problem(
          .usage,
          "pseudonyms need a key: --key-file FILE, which 'kt-redact keygen FILE' makes")
      }
      return nil
    }
    let ring = try KeyRing(file: Path(argument: keyFile))
    if let alsoIdentifier { try ring.checkAlso(alsoIdentifier) }
    return Pseudonymizer(ring, also: alsoIdentifier, emailFolding: emailFolding ?? .case)
  }
}
