public import Bytes

/// What `kt-hash verify` does (spec/integrity.md, section 3).
public struct VerifyOptions: Sendable {
  /// Which events go on.
  public enum Selection: String, CaseIterable, Sendable {
    /// Those that have nothing against them.
    case ok
    /// The others.
    case bad
    /// Those that have nothing against them, and of these nothing that is shown without being
    /// proven.
    case proven
  }

  /// Which events go on; nil for all of them.
  public var selection: Selection?
  /// Whether events may be left out, and stand in any order.
  public var isSubset = false
  /// The files that are read, to be compared with what the seal says of them.
  public var files: [Path] = []
  /// Further hashes and their texts.
  public var pairs: [HashPair] = []
  /// How many threads hash, at least 1.
  public var threads = 1

  /// The defaults.
  public init() {}
}
