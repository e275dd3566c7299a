public import Compression

/// What an artifact holds, by its name.
public struct MediaType: Equatable, Sendable {
  /// The media type of the content, before compression (RFC 6838).
  public let name: String
  /// Whether the content is events, one a line, which the sink then checks and counts.
  public let isEvents: Bool
  /// How the artifact is compressed.
  public let compression: CompressionMethod.Format

  /// Events.
  private static let events = "application/x-ndjson"

  /// The types of documents that other tools make of events.
  private static let documents = [
    "csv": "text/csv", "tsv": "text/tab-separated-values", "json": "application/json",
    "html": "text/html", "pdf": "application/pdf", "txt": "text/plain", "log": "text/plain",
    "xml": "application/xml", "md": "text/markdown",
  ]

  /// The type of an artifact called `name`; what no table knows is taken for events, which is
  /// what the sink is careful about.
  public init(artifact name: String) {
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
    compression = CompressionMethod.Format(name: name)
    if compression != .plain { parts = parts.dropLast() }
    let document = parts.last.flatMap { Self.documents[$0.lowercased()] }
    self.name = document ?? Self.events
    isEvents = document == nil
  }

  /// Events, whatever the artifact's name says: the content of a framed stream.
  public init(eventsIn name: String) {
    let named = MediaType(artifact: name)
    self.name = Self.events
    isEvents = true
    compression = named.compression
  }
}
