import Bytes
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
    compression = CompressionMethod.Format(name: name)
    let named = Self.type(byName: name) ?? Self.events
    self.name = named
    isEvents = named == Self.events
  }

  /// The type that the end of a name says; nil where no table knows it.
  private static func type(byName name: String) -> String? {
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
    if CompressionMethod.Format(name: name) != .plain { parts = parts.dropLast() }
    guard let end = parts.last?.lowercased() else { return nil }
    return end == "jsonl" || end == "ndjson" ? events : documents[end]
  }

  /// A document of the type that its frame says; nil where that is none (RFC 6838, section 4.2).
  init?(document type: String, in name: String) {
    let words = type.prefix { $0 != ";" }.split(
      separator: "/", omittingEmptySubsequences: false)
    let isToken = { (word: Substring) in
      !word.isEmpty
        && word.utf8.allSatisfy { $0.isLetter || $0.isDigit || "!#$&-^_.+".utf8.contains($0) }
    }
    let isPrintable = type.utf8.allSatisfy { $0 >= .space && $0 < 0x7F }
    guard words.count == 2, words.allSatisfy(isToken), isPrintable, type.utf8.count <= 255 else {
      return nil
    }
    self.name = type
    isEvents = false
    compression = MediaType(artifact: name).compression
  }

  /// Whether an artifact's name is that of another type: `x.jsonl` of a table.
  ///
  /// A name that no table knows speaks for nothing, and JSON has many names.
  func isContradicted(byName artifact: String) -> Bool {
    guard let named = Self.type(byName: artifact) else { return false }
    let own = name.prefix { $0 != ";" }.lowercased()
    let json = [Self.events, "application/json"]
    return own != named && !(json.contains(own) && json.contains(named))
  }

  /// Events, whatever the artifact's name says: the content of a framed stream.
  public init(eventsIn name: String) {
    let named = MediaType(artifact: name)
    self.name = Self.events
    isEvents = true
    compression = named.compression
  }
}
