import ArgumentParser
import Bytes
import Commitments
import Integrity
import Stages

/// Whose log an export belongs to, and which part of it it is.
struct KeyOptions: ParsableArguments {
  @Option(
    name: .customLong("key-file"),
    help: ArgumentHelp("The key file that 'kt-hash keygen' made.", valueName: "file"))
  var keyFile: String?
  @Option(
    name: .customLong("export"),
    help: ArgumentHelp("The export's id, such as q1; one salt comes from it.", valueName: "id"))
  var export: String?
  @Flag(
    help: """
      Make a log of this export alone, with its id behind the log's name; --after is for the \
      others, where each export extends the last one.
      """)
  var single = false

  func validate() throws {
    guard (keyFile == nil) == (export == nil) else {
      throw ValidationError("--key-file and --export belong together")
    }
    guard !single || keyFile != nil else { throw ValidationError("--single needs --key-file") }
    if let export {
      let isPlain = !export.isEmpty && export.unicodeScalars.allSatisfy { $0.value >= 0x20 }
      guard isPlain, export.utf8.count <= 200 else {
        throw ValidationError("--export: an id has 1 to 200 bytes and no control characters")
      }
    }
  }

  /// The keys, the name of the log and the export's salt; nil without a key file.
  func keys() throws(Problem) -> ExportKeys? {
    guard let keyFile, let export else { return nil }
    return try ExportKeys(
      try KeyFile(file: Path(argument: keyFile)), export: export, isSingle: single)
  }
}

/// The keys of an export.
struct ExportKeys {
  let signing: SigningKey
  let salt: ExportSalt
  let origin: String
  let export: String

  init(_ file: KeyFile, export: String, isSingle: Bool) throws(Problem) {
    signing = file.signing
    let name = file.signing.verifier.name.text
    origin = isSingle ? "\(name)/\(export)" : name
    self.export = export
    guard let key = file.salt,
      let salt = ExportSalt(key: key.secret, origin: origin, export: export)
    else {
      throw Problem(
        .usage, "--key-file: no KT+SALT line; 'kt-hash keygen' makes a key file with both keys")
    }
    self.salt = salt
  }

  /// How an export with these keys is sealed.
  func request(tool: String) -> SealRequest {
    SealRequest(key: signing, salt: salt, origin: origin, export: export, tool: tool)
  }
}
