public import Digests

/// The hashes of a Merkle tree as RFC 6962 (section 2.1) has them (spec/integrity.md, section
/// 2.5).
public enum LogTree {
  /// The root of no leaves: the SHA-256 of nothing.
  public static let emptyRoot = StreamDigest().digest()

  /// The hash of a leaf, `H(00 || entry)`.
  public static func leaf(of entry: Span<UInt8>) -> Digest256 {
    var digest = StreamDigest()
    let mark: [UInt8] = [leafMark]
    digest.update(mark.span)
    digest.update(entry)
    return digest.digest()
  }

  /// The hash of an inner node, `H(01 || left || right)`.
  public static func node(_ left: Digest256, _ right: Digest256) -> Digest256 {
    Digest256(of: nodeMark, left, right)
  }

  /// The byte before an entry.
  static let leafMark: UInt8 = 0
  /// The byte before two hashes.
  static let nodeMark: UInt8 = 1
}
