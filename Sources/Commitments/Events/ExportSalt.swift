public import Bytes
import Digests
import EventJSON

/// The secret Kx of one export: who holds it can compute every event's seed (spec/integrity.md,
/// section 2.3).
public struct ExportSalt: Equatable, Sendable {
  /// How many bytes a salt has, and a key that salts are derived from.
  public static let size = 32

  /// The secret: for files of mode 0600 only, never for messages.
  let bytes: [UInt8]
  /// The public name of the salt, `salt_id`: 16 hexadecimal digits.
  public let identifier: String

  /// A salt of these bytes; nil where they are not 32.
  public init?(bytes: [UInt8]) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = bytes
    var digest = StreamDigest()
    digest.update(Array("kt-salt/1\n".utf8).span)
    digest.update(bytes.span)
    var text = Output(capacity: 64)
    digest.append(hexadecimalTo: &text)
    identifier = String(copying: text.bytes.extracting(0..<16))
  }

  /// The salt of an export, derived of the owner's key of 32 bytes; nil where it has another size.
  ///
  /// - Parameters:
  ///   - key: the secret K of the key file.
  ///   - origin: the name of the log.
  ///   - export: the name of the export.
  public init?(key: [UInt8], origin: String, export: String) {
    guard key.count == Self.size else { return nil }
    let message = Array("kt-export/1\n\(origin)\n\(export)".utf8)
    self.init(bytes: KeyedDigest(key: key).code(of: message))
  }
}

/// Why a text is not the file of a salt.
public enum SaltFileProblem: Error, Equatable, Sendable {
  /// It is not one line `kt-salt/1 <salt_id> <base64 of 32 bytes>`.
  case malformed
  /// The `salt_id` is not that of the salt.
  case otherIdentifier
}

// The file `salt`.
extension ExportSalt {
  /// The salt that a file holds: one line, strictly as it is written.
  ///
  /// - Throws: `malformed`, or `otherIdentifier` where the line was edited.
  public init(file: Span<UInt8>) throws(SaltFileProblem) {
    let word: StaticString = "kt-salt/1 "
    // Word, 16 digits, a space, 44 characters and a line feed.
    guard file.count == 72, ByteScan.hasWord(file, at: 0, word), file[26] == .space,
      file[71] == .newline
    else { throw .malformed }
    let encoded = file.extracting(27..<71)
    guard let bytes = Base64.padded.decoded(encoded), let salt = ExportSalt(bytes: bytes)
    else { throw .malformed }
    let identifier = Array(salt.identifier.utf8)
    guard ByteScan.equal(file, 10, 16, identifier.span) else { throw .otherIdentifier }
    self = salt
  }

  /// Appends the file of the salt.
  public func appendFile(to output: inout Output) {
    output.append("kt-salt/1 \(identifier) ")
    Base64.padded.append(bytes.span, to: &output)
    output.append(.newline)
  }
}

extension ExportSalt: CustomStringConvertible, CustomReflectable {
  /// The public name, so that no message tells the secret.
  public var description: String { "salt \(identifier)" }
  /// Nothing but the public name.
  public var customMirror: Mirror { Mirror(self, children: ["identifier": identifier]) }
}
