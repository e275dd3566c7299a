import Crypto

/// SHA-256 (FIPS 180-4) over spans: the one bridge to swift-crypto, which takes raw pointers.
public struct StreamDigest {
  private var hasher = SHA256()

  /// The digest of nothing yet.
  public init() {}

  /// Adds bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    // Safe: the pointer is used during the call only, for the span's bytes.
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe hasher.update(bufferPointer: buffer)
    }
  }

  /// The digest of all bytes so far: 32 bytes.
  public func finalize() -> [UInt8] { Array(hasher.finalize()) }
}
