import Bytes
public import Commitments
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
  /// The log before the export, and with all its leaves; nil without them.
  var logs: (before: Frontier, whole: Frontier)?
  /// What proofs are made with, where they are asked for: a byte for each leaf.
  var section: LogSection?
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
    return logs.map { $0.whole.size - $0.before.size - 1 }
  }

  /// Opens the leaves, at the first event's.
  func openLeaves() throws(Problem) -> LeafFile? {
    guard logs != nil, let folder else { return nil }
    return try LeafFile.open(folder.path(of: .leaves))
  }
}
