public import Commitments
public import DecisionEvent

/// What `kt-hash add` does (spec/integrity.md, section 3).
public struct AddOptions: Sendable {
  /// The folder that the part is written to, and the evidence where it is sealed.
  public var folder: ExportFolder
  /// The export's secret.
  public var salt: ExportSalt
  /// How an export of this one part is sealed; nil where the part is left for `seal`.
  public var seal: SealRequest?
  /// How many events there must be; nil where nobody knows.
  public var expectedCount: Int?
  /// The fields whose values are counted.
  public var tally: [String] = []
  /// Whether a line that is refused is committed to as it stands.
  public var keepsBadLines = false
  /// Whether an export is sealed whose content hashes do not agree with their texts.
  public var acceptsMismatches = false
  /// Further hashes and their texts.
  public var pairs: [HashPair] = []
  /// The names of fields.
  public var dictionary = EventDictionary()
  /// How many threads hash, at least 1.
  public var threads = 1

  /// The options of a part that is not sealed.
  public init(folder: ExportFolder, salt: ExportSalt) {
    self.folder = folder
    self.salt = salt
  }
}
