import Crypto

/// Signatures by Ed25519 (RFC 8032), the plain variant: the bridge to swift-crypto's.
public enum Ed25519 {
  /// How many bytes a public key has, and a seed.
  public static let keySize = 32
  /// How many bytes a signature has.
  public static let signatureSize = 64

  /// Whether `signature` is that of the key over the message; false for anything malformed.
  public static func isValid(
    _ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]
  ) -> Bool {
    guard signature.count == signatureSize, publicKey.count == keySize else { return false }
    // A key that is no point of the curve has signed nothing.
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      return false
    }
    return key.isValidSignature(signature, for: message)
  }
}

/// A secret key of Ed25519: 32 bytes of seed, which nothing shows.
public struct Ed25519Key: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// The key of a seed; nil where it is not 32 bytes.
  public init?(seed: [UInt8]) {
    // Only a wrong size is refused: every seed of 32 bytes is a key.
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
    self.key = key
  }

  /// The public key: 32 bytes.
  public var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

  /// The seed, for writing a key file: 32 bytes.
  public var seed: [UInt8] { Array(key.rawRepresentation) }

  /// The signature of a message: 64 bytes; nil where the library fails.
  public func signature(of message: [UInt8]) -> [UInt8]? {
    // The library's reason says nothing that anyone could act on.
    guard let signature = try? key.signature(for: message) else { return nil }
    return Array(signature)
  }
}

extension Ed25519Key: CustomStringConvertible, CustomReflectable {
  /// No byte of the key.
  public var description: String { "an Ed25519 key" }
  /// No member: a dump would show the seed.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
