public import Bytes

/// A digest of 256 bits, such as a SHA-256 (FIPS 180-4): 32 bytes, copied freely.
public struct Digest256: Hashable, Sendable {
  /// How many bytes a digest has.
  public static let size = 32

  // The bytes by eight, the first byte of each word lowest.
  let first: UInt64
  let second: UInt64
  let third: UInt64
  let fourth: UInt64

  init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
    self.first = first
    self.second = second
    self.third = third
    self.fourth = fourth
  }

  /// A digest from its bytes; nil where they are not 32.
  public init?(_ bytes: Span<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    self.init(
      ByteScan.littleEndianWord(in: bytes, at: 0), ByteScan.littleEndianWord(in: bytes, at: 8),
      ByteScan.littleEndianWord(in: bytes, at: 16), ByteScan.littleEndianWord(in: bytes, at: 24))
  }

  /// The 32 bytes.
  public var bytes: [UInt8] { leading.bytes + trailing.bytes }

  /// The first sixteen bytes.
  public var leading: Digest128 { Digest128(first: first, second: second) }
  /// The last sixteen bytes.
  public var trailing: Digest128 { Digest128(first: third, second: fourth) }
}

extension Output {
  /// Appends the 32 bytes of a digest.
  public mutating func append(_ digest: Digest256) {
    append(littleEndian: digest.first)
    append(littleEndian: digest.second)
    append(littleEndian: digest.third)
    append(littleEndian: digest.fourth)
  }

  /// Appends the sixteen bytes of a digest.
  public mutating func append(_ digest: Digest128) {
    append(littleEndian: digest.first)
    append(littleEndian: digest.second)
  }
}
