/// A signature of a note that is that of a known key.
public struct VerifiedSignature: Hashable, Sendable {
  /// The key.
  public let key: VerifierKey
  /// When a witness signed, in seconds since 1970; nil for other keys.
  public let time: Int?
}

/// Why a note's signatures can't be relied on (spec/integrity.md, section 4).
public enum SignatureProblem: Error, Equatable, Sendable {
  /// A line with the name and identifier of a known key that is no signature of that key.
  case badSignature(VerifierKey)
  /// No line of a known key.
  case untrustedKey
}

extension SignedNote {
  /// The signatures of known keys, one for each key, in the order of the note.
  ///
  /// A line counts for a key only where name and identifier are both the key's; then it must be
  /// right, or the whole note is refused. Lines of other keys say nothing. Of several lines of
  /// one witness the earliest time is given.
  public func verified(
    by keys: [VerifierKey]
  ) throws(SignatureProblem) -> [VerifiedSignature] {
    var found: [VerifiedSignature] = []
    for signature in signatures {
      let candidates = keys.filter(signature.isNamed)
      guard let first = candidates.first else { continue }
      // Two keys can share an identifier of 32 bits; one of them has signed.
      let all = candidates.compactMap { $0.verified(signature.bytes, of: text) }
      guard let verified = all.first else { throw .badSignature(first) }
      if let index = found.firstIndex(where: { $0.key == verified.key }) {
        if let time = verified.time, let known = found[index].time, time < known {
          found[index] = verified
        }
      } else {
        found.append(verified)
      }
    }
    guard !found.isEmpty else { throw .untrustedKey }
    return found
  }
}
