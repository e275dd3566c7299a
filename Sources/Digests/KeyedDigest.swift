import Crypto

/// Keys and codes from a secret key: HMAC-SHA-256 (RFC 2104) and HKDF-SHA-256 (RFC 5869).
public struct KeyedDigest: Sendable {
  private let key: SymmetricKey

  /// A key of these bytes.
  public init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

  /// The key that HKDF derives of `master` for a purpose, without salt: 32 bytes.
  public init(deriving info: [UInt8], from master: [UInt8]) {
    key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: master), info: info, outputByteCount: 32)
  }

  /// The authentication code of a message: 32 bytes.
  public func code(of message: [UInt8]) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
  }
}
