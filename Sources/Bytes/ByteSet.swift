/// A set of byte values, one bit for each.
public struct ByteSet: Equatable, Sendable {
  @usableFromInline var bits = SIMD4<UInt64>.zero

  /// The empty set.
  public init() {}

  /// The set of one byte.
  init(_ byte: UInt8) { insert(byte) }

  /// The set of the bytes that a test accepts.
  init(where isMember: (UInt8) -> Bool) {
    for byte in UInt8.min...UInt8.max where isMember(byte) { insert(byte) }
  }

  /// The bytes that are not members.
  var inverted: ByteSet {
    var result = self
    result.bits = ~bits
    return result
  }

  /// The only member, or nil where there is none or more than one.
  var onlyMember: UInt8? {
    var member: UInt8?
    for byte in UInt8.min...UInt8.max where contains(byte) {
      if member != nil { return nil }
      member = byte
    }
    return member
  }

  /// Whether a byte is a member.
  @inlinable @inline(__always)
  public func contains(_ byte: UInt8) -> Bool {
    bits[Int(byte &>> 6)] &>> UInt64(byte & 63) & 1 == 1
  }

  /// Makes a byte a member.
  public mutating func insert(_ byte: UInt8) { bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

  /// Makes the members of another set members.
  mutating func formUnion(_ other: ByteSet) { bits |= other.bits }

  /// The members that are in another set, too.
  func intersection(_ other: ByteSet) -> ByteSet {
    var result = self
    result.bits &= other.bits
    return result
  }
}
