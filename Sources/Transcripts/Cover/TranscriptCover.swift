/// What the cover of a transcript tells.
public struct TranscriptCover: Sendable {
  /// A label and its text.
  public struct Line: Sendable, Equatable {
    /// What it is.
    public let label: String
    /// What is told.
    public let text: String

    /// A label and its text.
    public init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  /// The document's title.
  public let title: String
  /// The export's id, or nil.
  public let exportID: String?
  /// How many conversations there are, each part of one counted.
  public let conversations: Int
  /// What is told of the whole, line by line.
  public let facts: [Line]
  /// What readers must know: where something is not whole, and what is not shown.
  public let notes: [String]
  /// What the events went through, the earliest first.
  public let histories: [StageHistory]
  /// The charts of the events.
  public let charts: [BarChart]

  /// The title with the export's id behind it, where there is one.
  var fullTitle: String { exportID.map { "\(title): \($0)" } ?? title }
}
