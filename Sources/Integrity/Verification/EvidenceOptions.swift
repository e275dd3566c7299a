public import Bytes

/// Where the evidence of an export is, and whom to trust (spec/integrity.md, section 4).
public struct EvidenceOptions: Sendable {
  /// The folder NAME.kt; nil where only a checkpoint is at hand.
  public var folder: ExportFolder?
  /// The checkpoint, where it is another one than the folder's.
  public var checkpoint: Path?
  /// Whose signatures count; nil for nobody's.
  public var trust: TrustPolicy?
  /// The file of the salt, where it is another one than the folder's.
  public var salt: Path?

  /// Whether proofs are to be made.
  var makesProofs = false

  /// Evidence that has to be found yet.
  public init() {}

  /// The folder to look into: that of the checkpoint where none is named, as leaves and manifest
  /// beside it are checked against it before they are used.
  var place: ExportFolder? {
    folder ?? checkpoint.map { ExportFolder($0.folder) }
  }

  /// The checkpoint's file.
  var checkpointFile: Path? { checkpoint ?? folder?.path(of: .checkpoint) }
}
