import Bytes
import Crypto

/// The hash functions by which content hashes are made (FIPS 180-4).
public enum DigestAlgorithm: Sendable {
  /// SHA-256.
  case sha256
  /// SHA-384.
  case sha384
  /// SHA-512.
  case sha512

  /// How many bytes a digest has.
  public var size: Int {
    switch self {
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }

  /// Whether the digest of `bytes` is the one that `digits` spell, hexadecimal in any case.
  public func isDigest(_ digits: Span<UInt8>, of bytes: Span<UInt8>) -> Bool {
    switch self {
    case .sha256: Digest256(of: bytes).isSpelled(by: digits)
    case .sha384: Self.isDigest(digits, by: SHA384.self, of: bytes)
    case .sha512: Self.isDigest(digits, by: SHA512.self, of: bytes)
    }
  }

  private static func isDigest(
    _ digits: Span<UInt8>, by function: (some HashFunction).Type, of bytes: Span<UInt8>
  ) -> Bool {
    var offset = 0
    var isEqual = true
    function.eachByte(ofDigestOf: bytes) { byte in
      if hexadecimalByte(in: digits, at: offset) != byte { isEqual = false }
      offset += 2
    }
    return isEqual && offset == digits.count
  }

  /// The byte whose two digits stand at an offset, or nil.
  private static func hexadecimalByte(in digits: Span<UInt8>, at offset: Int) -> UInt8? {
    guard offset + 2 <= digits.count, let high = digits[offset].hexadecimalValue,
      let low = digits[offset + 1].hexadecimalValue
    else { return nil }
    return high << 4 | low
  }
}

extension Digest256 {
  /// Whether `digits` are the 64 hexadecimal digits of the digest, in any case.
  public func isSpelled(by digits: Span<UInt8>) -> Bool {
    guard digits.count == 2 * Self.size else { return false }
    return Self.isSpelled(first, by: digits, at: 0) && Self.isSpelled(second, by: digits, at: 16)
      && Self.isSpelled(third, by: digits, at: 32) && Self.isSpelled(fourth, by: digits, at: 48)
  }

  private static func isSpelled(_ word: UInt64, by digits: Span<UInt8>, at start: Int) -> Bool {
    isSpelled(word & 0xFFFF_FFFF, ByteScan.littleEndianWord(in: digits, at: start))
      && isSpelled(word >> 32, ByteScan.littleEndianWord(in: digits, at: start + 8))
  }

  /// Whether eight characters spell four bytes, all at once: the bytes' digits are spelled in lower
  /// case, and each letter among them may have its other case.
  private static func isSpelled(_ bytes: UInt64, _ characters: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let pairs = (bytes | bytes << 16) & 0x0000_FFFF_0000_FFFF
    let spread = (pairs | pairs << 8) & 0x00FF_00FF_00FF_00FF
    let nibbles = (spread >> 4 | spread << 8) & (0x0F * ones)
    let letters = (nibbles &+ 6 * ones) >> 4 & ones
    let digits = nibbles &+ 0x30 * ones &+ letters &* 0x27
    return characters | letters &* 0x20 == digits
  }
}
