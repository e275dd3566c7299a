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
