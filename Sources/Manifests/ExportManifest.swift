public import DecisionEvent

/// What a manifest says of an export: without it there is none.
///
/// An export by a template has `manifest.json` in the folder of its fixed part and any number of
/// artifacts; a single artifact has `PATH.manifest.json` beside it.
public struct ExportManifest: Sendable, Equatable {
  /// How artifacts are compressed.
  public struct Compression: Sendable, Equatable {
    /// The library.
    public let engine: String
    /// Its version.
    public let version: String
    /// Its level.
    public let level: Int

    /// An engine's identity.
    public init(engine: String, version: String, level: Int) {
      self.engine = engine
      self.version = version
      self.level = level
    }
  }

  /// The sums over all artifacts.
  public struct Totals: Sendable, Equatable {
    /// How many artifacts there are.
    public let artifacts: Int
    /// Events.
    public let events: Int
    /// Bytes as stored.
    public let bytes: Int
    /// Bytes before compression.
    public let uncompressedBytes: Int
  }

  /// The template as it was given, or nil for a single artifact.
  public var template: String?
  /// The media type of the artifacts before compression (RFC 6838).
  public var mediaType: String
  /// Whether each is a document as a whole, such as a table, whose lines are not events.
  public var isDocument = false
  /// Their content coding (RFC 9110), or nil.
  public var contentEncoding: String?
  /// How they were compressed, or nil.
  public var compression: Compression?
  /// The artifacts, in the byte order of their paths.
  public var artifacts: [ArtifactEntry] = []
  /// The checkpoints that were named for the export; several where it was added to.
  public var checkpoints: [CheckpointEntry] = []
  /// Whether the input was framed.
  public var isFramed = false
  /// Whether nothing is missing; nil where nobody can know, as no frame says so.
  public var isComplete: Bool?
  /// What shows that something is missing.
  public var incompleteness: String?
  /// What each tool did to the stream, the sink's own entry last.
  public var stages: [StageRecord] = []
  /// The sink's name.
  public var tool: String
  /// The sink's version.
  public var toolVersion: String
  /// When the manifest was made.
  public var created: Timestamp

  /// A manifest without artifacts.
  public init(mediaType: String, tool: String, toolVersion: String, created: Timestamp) {
    self.mediaType = mediaType
    self.tool = tool
    self.toolVersion = toolVersion
    self.created = created
  }

  /// The sums as the manifest that was read states them; nil where it states none.
  public internal(set) var statedTotals: Totals?

  /// The sums over the artifacts; what a hostile manifest makes too large wraps around.
  public var totals: Totals {
    Totals(
      artifacts: artifacts.count, events: artifacts.reduce(0) { $0 &+ ($1.events ?? 0) },
      bytes: artifacts.reduce(0) { $0 &+ $1.bytes },
      uncompressedBytes: artifacts.reduce(0) { $0 &+ $1.uncompressedBytes })
  }

  /// The earliest event's time.
  public var first: Timestamp? { artifacts.compactMap(\.first).min() }
  /// The latest event's time.
  public var last: Timestamp? { artifacts.compactMap(\.last).max() }
}
