import Bytes
import Digests
import Stages

/// The evidence of an export, checked for itself: what events are compared with
/// (spec/integrity.md, section 4).
public struct Evidence: Sendable {
  /// The checkpoint; nil where it can't be read.
  public internal(set) var checkpoint: SignedCheckpoint?
  /// The trusted keys that signed it.
  public internal(set) var signatures: [VerifiedSignature] = []
  /// The manifest; nil where it is not there or not the one that the log ends with.
  public internal(set) var seal: Seal?
  /// The log from the export's first leaf on; nil without its leaves.
  public internal(set) var section: LogSection?
  /// The secret that events without receipts are compared with; nil where it is not there or
  /// another export's.
  public internal(set) var salt: ExportSalt?
  /// The leaf of the manifest.
  var sealLeaf: Digest256?
  /// The folder that leaves are read from.
  var folder: ExportFolder?

  /// The index of the first event.
  public var first: Int { seal?.first ?? 0 }
  /// How many events there are; nil where nothing says it.
  public var count: Int? {
    if let seal { return seal.count }
    return section.map { $0.size - $0.before.size - 1 }
  }

  /// Opens the leaves, at the first event's.
  func openLeaves() throws(Problem) -> LeafFile? {
    guard section != nil, let folder else { return nil }
    return try LeafFile.open(folder.path(of: .leaves))
  }
}
