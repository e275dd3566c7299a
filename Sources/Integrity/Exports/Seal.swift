public import DecisionEvent

/// The signed manifest of an export, the last event of it (spec/integrity.md, section 2.6).
public struct Seal: Sendable {
  /// The tool that sealed, with its version.
  public var tool: String
  /// When it was sealed.
  public var created: Timestamp
  /// The log's name.
  public var origin: String
  /// The export's id.
  public var export: String
  /// Which salt the leaves are made with: 16 hexadecimal digits.
  public var saltID: String
  /// The index of the first event.
  public var first: Int
  /// The number of events; the seal's own index is `first + count`.
  public var count: Int
  /// The log before this export.
  public var previous: LogState
  /// From when to when the events are; nil where none has a time.
  public var time: TimeRange?
  /// How many events have which value of the fields that were asked for.
  public var tally: EventTally
  /// The expression that chose the events, as it was written; nil where none is known.
  public var filter: String?
  /// The log that the events were taken from; nil where they are the first record of what happened.
  public var source: LogSource?
  /// The stored files, in order.
  public var files: [FileRecord]
  /// Whether the events came in frames, and so are known to be all there were; nil where the seal
  /// does not say.
  public var isFramed: Bool?

  /// A seal of these facts; what else it says is set afterwards.
  public init(
    tool: String, created: Timestamp, origin: String, export: String, saltID: String, count: Int,
    previous: LogState
  ) {
    self.tool = tool
    self.created = created
    self.origin = origin
    self.export = export
    self.saltID = saltID
    first = previous.size
    self.count = count
    self.previous = previous
    tally = EventTally(fields: [])
    files = []
  }

  /// The seal's index in the log.
  public var index: Int { first + count }
  /// How many leaves the log has with the seal.
  public var size: Int { index + 1 }
}
