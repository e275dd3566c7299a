import Bytes

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

  /// A digest from 32 hexadecimal digits, or nil.
  public init?(hexadecimal digits: some Collection<UInt8>) {
    guard digits.count == 32 else { return nil }
    var words: [UInt64] = [0, 0]
    for (index, digit) in digits.enumerated() {
      guard let value = digit.hexadecimalValue else { return nil }
      let shift = UInt64(index % 16 / 2 * 8 + (index % 2 == 0 ? 4 : 0))
      words[index / 16] |= UInt64(value) << shift
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
