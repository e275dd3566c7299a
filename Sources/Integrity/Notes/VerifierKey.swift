import Bytes
import Digests

/// A public key of signed notes, with its name (C2SP signed-note): `name+identifier+base64`.
public struct VerifierKey: Hashable, Sendable {
  /// What a key signs.
  public enum Algorithm: UInt8, Sendable {
    /// The text of a note, by Ed25519.
    case ed25519 = 1
    /// A checkpoint and a time, by Ed25519 (C2SP tlog-cosignature): a witness's.
    case cosignature = 4
  }

  /// The key's name.
  public let name: KeyName
  /// What tells the keys of the name apart.
  public let identifier: KeyIdentifier
  /// What the key signs.
  public let algorithm: Algorithm
  /// The public key of Ed25519: 32 bytes.
  public let publicKey: [UInt8]

  /// The key of a name; `publicKey` is 32 bytes.
  public init(name: KeyName, algorithm: Algorithm, publicKey: [UInt8]) {
    precondition(publicKey.count == Ed25519.keySize, "a public key has 32 bytes")
    self.name = name
    self.algorithm = algorithm
    self.publicKey = publicKey
    identifier = KeyIdentifier(of: name, [algorithm.rawValue] + publicKey)
  }

  /// Reads a key, whose identifier must be its own.
  public init(text: [UInt8]) throws(KeyProblem) {
    let text = try KeyText(text[...], prefix: KeyText.verifier)
    guard text.identifier == KeyIdentifier(of: text.name, text.material) else {
      throw .identifier
    }
    guard let first = text.material.first else { throw .size }
    guard let algorithm = Algorithm(rawValue: first) else { throw .algorithm }
    guard text.material.count == 1 + Ed25519.keySize else { throw .size }
    self.init(
      name: text.name, algorithm: algorithm, publicKey: Array(text.material.dropFirst()))
  }

  /// The key as it is handed to those who verify, without a newline.
  public var text: [UInt8] {
    KeyText.spelled(KeyText.verifier, name, identifier, [algorithm.rawValue] + publicKey)
  }
}
