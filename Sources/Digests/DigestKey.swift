import Bytes

/// A secret key of 128 bits, and the digests that it makes: SipHash-2-4-128 (Aumasson and
/// Bernstein, "SipHash: a fast short-input PRF", 2012).
///
/// For telling texts apart in memory or in a file of our own: who does not know the key can't
/// make two texts that collide, so that half the size of a plain digest is enough, and a digest
/// takes no memory. For what others are to check there is `StreamDigest`.
public struct DigestKey: Equatable, Sendable {
  private let first: UInt64
  private let second: UInt64

  /// A new key from the system's random numbers.
  public init() {
    var generator = SystemRandomNumberGenerator()
    first = generator.next()
    second = generator.next()
  }

  /// The key of these sixteen bytes.
  public init(_ digest: Digest128) {
    first = digest.first
    second = digest.second
  }

  /// The key's sixteen bytes.
  public var bytes: [UInt8] { Digest128(first: first, second: second).bytes }

  /// A key that only the same purpose gives again.
  public func derived(for purpose: String) -> DigestKey {
    let bytes = Array(purpose.utf8)
    return DigestKey(digest(of: bytes.span))
  }

  /// The digest of `bytes`.
  public func digest(of bytes: Span<UInt8>) -> Digest128 {
    var state = SipState(first, second)
    var offset = 0
    while offset &+ 8 <= bytes.count {
      state.absorb(ByteScan.littleEndianWord(in: bytes, at: offset))
      offset &+= 8
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    var shift: UInt64 = 0
    while offset < bytes.count {
      last |= UInt64(bytes[offset]) << shift
      shift += 8
      offset += 1
    }
    state.absorb(last)
    return state.finish()
  }
}

/// The four words of SipHash.
private struct SipState {
  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64

  init(_ first: UInt64, _ second: UInt64) {
    v0 = 0x736f_6d65_7073_6575 ^ first
    v1 = 0x646f_7261_6e64_6f6d ^ second ^ 0xee
    v2 = 0x6c79_6765_6e65_7261 ^ first
    v3 = 0x7465_6462_7974_6573 ^ second
  }

  @inline(__always)
  mutating func absorb(_ word: UInt64) {
    v3 ^= word
    mix()
    mix()
    v0 ^= word
  }

  @inline(__always)
  private mutating func mix() {
    v0 = v0 &+ v1
    v1 = Self.rotated(v1, 13) ^ v0
    v0 = Self.rotated(v0, 32)
    v2 = v2 &+ v3
    v3 = Self.rotated(v3, 16) ^ v2
    v0 = v0 &+ v3
    v3 = Self.rotated(v3, 21) ^ v0
    v2 = v2 &+ v1
    v1 = Self.rotated(v1, 17) ^ v2
    v2 = Self.rotated(v2, 32)
  }

  @inline(__always)
  private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
    word &<< count | word &>> (64 &- count)
  }

  mutating func finish() -> Digest128 {
    v2 ^= 0xee
    for _ in 0..<4 { mix() }
    let first = v0 ^ v1 ^ v2 ^ v3
    v1 ^= 0xdd
    for _ in 0..<4 { mix() }
    return Digest128(first: first, second: v0 ^ v1 ^ v2 ^ v3)
  }
}
