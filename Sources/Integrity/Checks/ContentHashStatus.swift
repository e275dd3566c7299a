/// What a content hash is against its text (spec/integrity.md, section 5).
public enum ContentHashStatus: String, CaseIterable, Sendable {
  /// It is the text's hash.
  case ok
  /// It is another text's.
  case mismatch
  /// It is none: neither `alg:hex` nor 64 hexadecimal digits.
  case malformed
  /// It is of another algorithm than SHA-256, SHA-384 and SHA-512.
  case unsupported
  /// Its text is not in the event, as in summaries.
  case noText = "no-text"
  /// It is null, or a pair that the user gave has none.
  case noHash = "no-hash"
  /// It is masked, by a receipt or as kt-redact does it.
  case withheld
  /// It is shown, and its text is masked: whoever can guess the text can test the guess.
  case leak

  /// The code of the finding that it is, or nil where it is none.
  public var finding: FindingCode? {
    switch self {
    case .mismatch: .contentMismatch
    case .malformed: .contentMalformed
    case .leak: .contentLeak
    case .ok, .unsupported, .noText, .noHash, .withheld: nil
    }
  }
}

/// How many content hashes have each status.
public struct ContentHashTally: Equatable, Sendable {
  private var counts = Array(repeating: 0, count: ContentHashStatus.allCases.count)

  /// A tally of nothing yet.
  public init() {}

  /// Counts a content hash.
  public mutating func count(_ status: ContentHashStatus) { counts[Self.place(of: status)] += 1 }

  /// Counts all that another tally has counted.
  public mutating func add(_ other: ContentHashTally) {
    for place in counts.indices { counts[place] += other.counts[place] }
  }

  /// How many content hashes have a status.
  public subscript(status: ContentHashStatus) -> Int { counts[Self.place(of: status)] }

  /// How many texts were compared with their hashes.
  public var compared: Int { self[.ok] + self[.mismatch] }

  private static func place(of status: ContentHashStatus) -> Int {
    switch status {
    case .ok: 0
    case .mismatch: 1
    case .malformed: 2
    case .unsupported: 3
    case .noText: 4
    case .noHash: 5
    case .withheld: 6
    case .leak: 7
    }
  }
}
