import Bytes
import Digests

/// The secret K that the salts of all exports come from (spec/integrity.md, sections 2.3 and 2.7).
///
/// The spelling is `KT+SALT+name+identifier+base64(K)`. Nothing but `text` and `secret` shows it.
public struct SaltKey: Sendable {
  /// The name of the key file that it belongs to.
  public let name: KeyName
  /// The 32 random bytes: a secret.
  public let secret: [UInt8]

  /// A secret of 32 bytes; nil where it has another size.
  public init?(name: KeyName, secret: [UInt8]) {
    guard secret.count == Secret.size else { return nil }
    self.name = name
    self.secret = secret
  }

  /// A new secret from the system's random numbers.
  public init(generatingFor name: KeyName) {
    self.name = name
    secret = Secret.random()
  }

  /// Reads a secret, whose identifier must be its own.
  public init(text: [UInt8]) throws(KeyProblem) {
    let text = try KeyText(text[...], prefix: KeyText.salt)
    guard let key = SaltKey(name: text.name, secret: text.material) else { throw .size }
    guard text.identifier == key.identifier else { throw .identifier }
    self = key
  }

  /// What tells secrets apart: the beginning of `H("kt-salt-key/1\n" || K)`.
  public var identifier: KeyIdentifier {
    let bytes = Array("kt-salt-key/1\n".utf8) + secret
    return KeyIdentifier(beginning: Digest256(of: bytes.span))
  }

  /// The secret as its file has it, without a newline.
  public var text: [UInt8] { KeyText.spelled(KeyText.salt, name, identifier, secret) }
}

extension SaltKey: CustomStringConvertible, CustomReflectable {
  /// The name and the identifier.
  public var description: String { "the salt key of \(name.text)+\(identifier.hexadecimal)" }
  /// No member: a dump would show the secret.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
