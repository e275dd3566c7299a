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

/// A witness's signature: that at a time this was the largest checkpoint of the log that it had
/// seen, and that the log had only grown (C2SP tlog-cosignature).
struct Cosignature {
  /// Seconds since 1970.
  let time: Int
  /// The signature of Ed25519: 64 bytes.
  let signature: [UInt8]

  /// Reads the 72 bytes of a signature line, the time first, its highest byte first.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 8 + Ed25519.signatureSize else { return nil }
    let time = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    guard let time = Int(exactly: time) else { return nil }
    self.time = time
    signature = Array(bytes.dropFirst(8))
  }

  /// What is signed about a checkpoint's text.
  static func message(_ text: [UInt8], at time: Int) -> [UInt8] {
    Array("cosignature/v1\ntime \(time)\n".utf8) + text
  }
}
