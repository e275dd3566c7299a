import Bytes
import Digests

/// What a part of a file is known by: how many bytes it has, and their SHA-256.
struct Fingerprint: Equatable, Sendable {
  /// The most bytes that a fingerprint is made of.
  static let maximumLength = 4096

  let count: Int
  let sha256: [UInt8]

  /// The fingerprint of no bytes.
  static let ofNothing: Fingerprint = {
    let nothing: [UInt8] = []
    return Fingerprint(nothing.span)
  }()

  init(count: Int, sha256: [UInt8]) {
    self.count = count
    self.sha256 = sha256
  }

  /// The fingerprint of these bytes.
  init(_ bytes: Span<UInt8>) {
    var digest = StreamDigest()
    digest.update(bytes)
    count = bytes.count
    sha256 = digest.finalize()
  }
}
