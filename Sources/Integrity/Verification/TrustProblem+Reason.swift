import Stages

extension TrustProblem {
  /// What is wrong, for a finding.
  var reason: String {
    switch self {
    case .badSignature(let key):
      "a line under the name of \(Self.shown(key)) is no signature of that key"
    case .untrustedKey: "no trusted key signed the checkpoint"
    case .originMismatch(let key):
      "the origin is not the name of \(Self.shown(key)), which signed"
    case .quorum: "fewer witnesses signed than the policy asks for"
    }
  }

  private static func shown(_ key: VerifierKey) -> String {
    Quoting.escaped(key.shortName)
  }
}

extension VerifierKey {
  /// The key's name and identifier, `name+9e1d324e`: to be escaped before it is shown.
  public var shortName: String { "\(name.text)+\(identifier.hexadecimal)" }
}
