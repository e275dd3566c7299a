/// What is asked of a transcript beside its format.
public struct TranscriptRequest: Sendable {
  /// The document's title.
  public var title = "Transcript of AI decision events"
  /// The export's id, or nil.
  public var exportID: String?
  /// When the document was made, as it is to be written.
  public var createdAt = ""
  /// The tool that makes it, with its version.
  public var tool = ""
  /// What a checkpoint of the events says, or nil.
  public var checkpoint: CheckpointSummary?
  /// What the manifests tell of exports that the events were read from.
  public var manifests: [StageHistory] = []
  /// How many events wait for others of their conversation at most, 1 or more.
  public var window = 20_000
  /// How many events a volume has at most, or nil for one document.
  public var volumeEvents: Int?

  /// The defaults.
  public init() {}
}
