public import Bytes
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

  /// The digest of all bytes so far.
  public func digest() -> Digest256 {
    // Safe: a digest has 32 bytes, and its pointer is used during the call only.
    unsafe hasher.finalize().withUnsafeBytes { buffer in
      func word(_ offset: Int) -> UInt64 {
        UInt64(littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      }
      return Digest256(word(0), word(8), word(16), word(24))
    }
  }

  /// Appends the digest of all bytes so far as 64 lower-case hexadecimal digits.
  public func append(hexadecimalTo output: inout Output) {
    for byte in hasher.finalize() {
      append(digit: byte >> 4, to: &output)
      append(digit: byte & 15, to: &output)
    }
  }

  private func append(digit: UInt8, to output: inout Output) {
    output.append(digit < 10 ? .zero + digit : UInt8(ascii: "a") + digit - 10)
  }
}

extension Digest256 {
  /// The SHA-256 of `bytes`.
  public init(of bytes: Span<UInt8>) {
    var digest = StreamDigest()
    digest.update(bytes)
    self = digest.digest()
  }
}

extension HashFunction {
  /// Hands each byte of the digest of `bytes` to `body`.
  static func eachByte(ofDigestOf bytes: Span<UInt8>, _ body: (UInt8) -> Void) {
    var hasher = Self()
    // Safe: the pointer is used during the call only, for the span's bytes.
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe hasher.update(bufferPointer: buffer)
    }
    for byte in hasher.finalize() { body(byte) }
  }
}
