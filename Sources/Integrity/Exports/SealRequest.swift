public import Commitments
public import DecisionEvent

/// How an export is sealed (spec/integrity.md, section 3).
public struct SealRequest: Sendable {
  /// The key that signs.
  public var key: SigningKey
  /// The export's secret.
  public var salt: ExportSalt
  /// The log's name: that of the key, or one below it.
  public var origin: String
  /// The export's id.
  public var export: String
  /// The log before this export.
  public var previous = Frontier()
  /// The expression that chose the events, for the record.
  public var filter: String?
  /// The log that the events were taken from.
  public var source: LogSource?
  /// The tool and its version, for the record.
  public var tool: String
  /// When it is sealed.
  public var created = Timestamp.now

  /// A request for a log of its own.
  public init(
    key: SigningKey, salt: ExportSalt, origin: String, export: String, tool: String
  ) {
    self.key = key
    self.salt = salt
    self.origin = origin
    self.export = export
    self.tool = tool
  }
}
