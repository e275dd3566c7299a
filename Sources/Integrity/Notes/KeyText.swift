import Bytes

/// Why a text is no key (spec/integrity.md, section 2.7).
///
/// It holds nothing of the text: that may be a secret.
public enum KeyProblem: Error, Equatable, Sendable {
  /// Not the parts that the form asks for.
  case form
  /// A secret key where a verifier key is expected.
  case secret
  /// A name that is empty, or has spaces, `+` or control characters.
  case name
  /// No base64, or another number of bytes than the algorithm's keys have.
  case size
  /// An algorithm that is none of those that are known here.
  case algorithm
  /// An identifier that is that of another key or another name.
  case identifier

  /// The reason, for messages.
  public var reason: String {
    switch self {
    case .form: "expected name+identifier+key"
    case .secret: "a secret key; a verifier key is what 'kt-hash keygen' prints beside it"
    case .name: "a name of a key has no spaces, '+' or control characters"
    case .size: "the key is cut short or not base64"
    case .algorithm: "an algorithm other than Ed25519 and cosignature/v1"
    case .identifier: "the identifier is that of another name or key"
    }
  }
}

/// The form that all keys are written in: `PREFIX+name+identifier+base64`.
struct KeyText {
  /// What verifier keys begin with: nothing.
  static let verifier: [UInt8] = []
  /// What secret keys of signatures begin with.
  static let signing = Array("PRIVATE+KEY+".utf8)
  /// What the secrets of salts begin with.
  static let salt = Array("KT+SALT+".utf8)

  let name: KeyName
  let identifier: KeyIdentifier
  let material: [UInt8]

  init(_ text: ArraySlice<UInt8>, prefix: [UInt8]) throws(KeyProblem) {
    guard text.starts(with: prefix) else { throw .form }
    if prefix.isEmpty, text.starts(with: Self.signing) || text.starts(with: Self.salt) {
      throw .secret
    }
    let parts = text.dropFirst(prefix.count).split(
      separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let identifier = KeyIdentifier(hexadecimal: parts[1]) else {
      throw .form
    }
    guard let name = KeyName(Array(parts[0])) else { throw .name }
    let digits = Array(parts[2])
    guard let material = Base64.padded.decoded(digits.span) else { throw .size }
    self.name = name
    self.identifier = identifier
    self.material = material
  }

  static func spelled(
    _ prefix: [UInt8], _ name: KeyName, _ identifier: KeyIdentifier, _ material: [UInt8]
  ) -> [UInt8] {
    prefix + name.bytes + Array("+\(identifier.hexadecimal)+".utf8)
      + Base64.padded.encoded(material)
  }
}
