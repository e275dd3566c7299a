public import Bytes

/// The checkpoint of the log that the events of an export are in, as a manifest lists it
/// (spec/integrity.md, section 2.7).
public struct CheckpointEntry: Sendable, Equatable {
  /// The path below the manifest's folder, or below the folder that this one is in.
  public var path: Path
  /// Bytes of the file; signatures that were added later stand behind them.
  public var bytes: Int
  /// The SHA-256 of these bytes.
  public var sha256: [UInt8]
  /// The log's name.
  public var origin: String
  /// How many leaves the log has.
  public var size: Int
  /// The root of its tree, in padded base64.
  public var root: String

  /// A checkpoint's entry.
  public init(
    path: Path, bytes: Int, sha256: [UInt8], origin: String, size: Int, root: String
  ) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// Whether both are of the same tree, whoever has signed it.
  public func isOfSameTree(as other: CheckpointEntry) -> Bool {
    origin == other.origin && size == other.size && root == other.root
  }
}
