/// Why a checkpoint can't be trusted (spec/integrity.md, section 4).
public enum TrustProblem: Error, Equatable, Sendable {
  /// A line with the name and identifier of a trusted key that is no signature of that key.
  case badSignature(VerifierKey)
  /// No line of a trusted log.
  case untrustedKey
  /// Trusted logs signed, but none whose name the origin has.
  case originMismatch(VerifierKey)
  /// Too few of the witnesses signed.
  case quorum

  /// The code of the finding.
  public var code: FindingCode {
    switch self {
    case .badSignature: .badSignature
    case .untrustedKey: .untrustedKey
    case .originMismatch: .originMismatch
    case .quorum: .quorum
    }
  }
}
