import Bytes
import Digests

/// How the value of a content hash is spelled: `alg:hex`, or 64 hexadecimal digits, which are a
/// SHA-256; in any case (spec/integrity.md, section 5).
enum ContentHashSpelling: Equatable {
  /// A digest, if what begins at an offset of the value is digits: it has their number.
  case digest(DigestAlgorithm, digits: Int)
  /// One of an algorithm that is not known.
  case unsupported
  /// Nothing of that form.
  case malformed

  init(_ value: Span<UInt8>) {
    guard let colon = ByteScan.firstIndex(of: .colon, in: value, from: 0) else {
      self = Self.digest(.sha256, in: value, from: 0)
      return
    }
    let name = value.extracting(0..<colon)
    if ByteScan.hasWord(name, ignoringCaseOf: "sha256") {
      self = Self.digest(.sha256, in: value, from: colon + 1)
    } else if ByteScan.hasWord(name, ignoringCaseOf: "sha384") {
      self = Self.digest(.sha384, in: value, from: colon + 1)
    } else if ByteScan.hasWord(name, ignoringCaseOf: "sha512") {
      self = Self.digest(.sha512, in: value, from: colon + 1)
    } else {
      self = name.isEmpty ? .malformed : .unsupported
    }
  }

  private static func digest(
    _ algorithm: DigestAlgorithm, in value: Span<UInt8>, from start: Int
  ) -> ContentHashSpelling {
    value.count - start == 2 * algorithm.size
      ? .digest(algorithm, digits: start) : .malformed
  }

  /// Whether all bytes are hexadecimal digits, which takes longer than to compare them with those
  /// that they should be.
  static func isHexadecimal(_ digits: Span<UInt8>) -> Bool {
    for offset in 0..<digits.count where digits[offset].hexadecimalValue == nil { return false }
    return true
  }
}
