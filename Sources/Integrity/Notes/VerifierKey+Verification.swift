import Bytes
import Digests

extension VerifierKey {
  /// What a signature of this key over a note's text says, or nil where it is none.
  func verified(_ signature: [UInt8], of text: [UInt8]) -> VerifiedSignature? {
    switch algorithm {
    case .ed25519:
      guard Ed25519.isValid(signature, of: text, by: publicKey) else { return nil }
      return VerifiedSignature(key: self, time: nil)
    case .cosignature:
      guard let cosignature = Cosignature(signature) else { return nil }
      let message = Cosignature.message(text, at: cosignature.time)
      guard Ed25519.isValid(cosignature.signature, of: message, by: publicKey) else { return nil }
      return VerifiedSignature(key: self, time: cosignature.time)
    }
  }
}
