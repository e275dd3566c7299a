/// A digest of 128 bits.
public struct Digest128: Hashable, Sendable {
  /// The first eight bytes, the first one lowest.
  public let first: UInt64
  /// The last eight bytes.
  public let second: UInt64

  /// A digest from its halves.
  public init(first: UInt64, second: UInt64) {
    self.first = first
    self.second = second
  }

  /// A digest from its sixteen bytes.
  public init(_ bytes: [UInt8]) {
    precondition(bytes.count == 16, "a digest has sixteen bytes")
    let words = [0, 8].map { start in
      (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << UInt64($1 * 8) }
    }
    self.init(first: words[0], second: words[1])
  }

  /// The sixteen bytes.
  public var bytes: [UInt8] {
    [first, second].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
    }
  }
}
