import Bytes
public import Digests

/// A secret key that signs notes, spelled as Go's sumdb/note does.
///
/// The spelling is `PRIVATE+KEY+name+identifier+base64(01 || seed)`. Nothing but `text` shows it.
public struct SigningKey: Sendable {
  private let key: Ed25519Key
  /// The key that verifies what this one signs.
  public let verifier: VerifierKey

  /// The key of a name and a seed.
  public init(name: KeyName, key: Ed25519Key) {
    self.key = key
    verifier = VerifierKey(name: name, algorithm: .ed25519, publicKey: key.publicKey)
  }

  /// A new key from the system's random numbers.
  public init(generatingFor name: KeyName) {
    guard let key = Ed25519Key(seed: Secret.random()) else {
      preconditionFailure("32 bytes are a seed")
    }
    self.init(name: name, key: key)
  }

  /// Reads a key, whose identifier must be that of its public key.
  public init(text: [UInt8]) throws(KeyProblem) {
    let text = try KeyText(text[...], prefix: KeyText.signing)
    guard let first = text.material.first else { throw .size }
    guard first == VerifierKey.Algorithm.ed25519.rawValue else { throw .algorithm }
    guard let key = Ed25519Key(seed: Array(text.material.dropFirst())) else { throw .size }
    self.init(name: text.name, key: key)
    guard text.identifier == verifier.identifier else { throw .identifier }
  }

  /// The key as its file has it, without a newline: a secret.
  public var text: [UInt8] {
    KeyText.spelled(
      KeyText.signing, verifier.name, verifier.identifier,
      [VerifierKey.Algorithm.ed25519.rawValue] + key.seed)
  }

  /// The signature of a message: 64 bytes.
  func signature(of message: [UInt8]) -> [UInt8] {
    guard let signature = key.signature(of: message) else {
      preconditionFailure("Ed25519 signs whatever it is given")
    }
    return signature
  }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
  /// The verifier key's name and identifier.
  public var description: String {
    "the signing key of \(verifier.name.text)+\(verifier.identifier.hexadecimal)"
  }
  /// No member: a dump would show the seed.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
