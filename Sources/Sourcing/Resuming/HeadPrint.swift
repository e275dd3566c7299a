import Bytes

/// What the beginning of a file is known by.
///
/// A file that was replaced or cut short may have fewer bytes than the fingerprint is made of, and
/// must be told from one that is only shorter; so its first 16, 32, 64 .. bytes are known, too.
struct HeadPrint: Equatable, Sendable {
  /// The first bytes, at most 4096.
  let whole: Fingerprint
  /// The first 64 bits of the SHA-256 of the first 16, 32, 64 and so on of them.
  let prefixes: [[UInt8]]

  init(whole: Fingerprint, prefixes: [[UInt8]]) {
    self.whole = whole
    self.prefixes = prefixes
  }

  /// The print of a file of which `length` bytes were read and that begins with `head`.
  init(_ head: [UInt8], length: Int) {
    let bytes = head.span.extracting(0..<min(head.count, length, Fingerprint.maximumLength))
    whole = Fingerprint(bytes)
    var prefixes: [[UInt8]] = []
    var count = 16
    while count < bytes.count {
      prefixes.append(Self.short(bytes.extracting(0..<count)))
      count *= 2
    }
    self.prefixes = prefixes
  }

  private static func short(_ bytes: Span<UInt8>) -> [UInt8] {
    Array(Fingerprint(bytes).sha256.prefix(8))
  }

  /// How a file compares with this print.
  enum Comparison {
    case same
    case other
    /// All of it is what the file began with, but there is less.
    case shorter
  }

  /// Compares with a file that begins with `head`, which is all of it or as much as a print takes.
  func compare(_ head: [UInt8]) -> Comparison {
    let bytes = head.span
    if bytes.count >= whole.count {
      return Fingerprint(bytes.extracting(0..<whole.count)) == whole ? .same : .other
    }
    var count = 16
    var comparison = Comparison.shorter
    for prefix in prefixes where count <= bytes.count {
      comparison = Self.short(bytes.extracting(0..<count)) == prefix ? .shorter : .other
      count *= 2
    }
    return comparison
  }
}
