public import Bytes
public import DecisionEvent

/// One artifact, as a manifest tells of it.
public struct ArtifactEntry: Sendable, Equatable {
  /// The value of a placeholder; nil where the events have none.
  public struct PartitionValue: Sendable, Equatable {
    /// The placeholder's name.
    public let name: String
    /// The value as the events have it.
    public let value: String?

    /// A value of a placeholder.
    public init(name: String, value: String?) {
      self.name = name
      self.value = value
    }
  }

  /// The path below the manifest's folder.
  public var path: Path
  /// Bytes as stored.
  public var bytes: Int
  /// The SHA-256 of the bytes as stored.
  public var sha256: [UInt8]
  /// Events, or nil for a document.
  public var events: Int?
  /// Bytes before compression.
  public var uncompressedBytes: Int
  /// The SHA-256 before compression.
  public var uncompressedSHA256: [UInt8]
  /// The earliest event's time.
  public var first: Timestamp?
  /// The latest event's time.
  public var last: Timestamp?
  /// What all events of the artifact have in common, by the template's placeholders.
  public var partition: [PartitionValue] = []

  /// An artifact without times and partition values.
  public init(
    path: Path, bytes: Int, sha256: [UInt8], events: Int?, uncompressedBytes: Int,
    uncompressedSHA256: [UInt8]
  ) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
    self.events = events
    self.uncompressedBytes = uncompressedBytes
    self.uncompressedSHA256 = uncompressedSHA256
  }
}
