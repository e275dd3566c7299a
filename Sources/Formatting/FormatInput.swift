/// What events are read from.
public enum FormatInput: Sendable {
  /// Lines with an event each.
  case lines
  /// Arrays and envelopes of events, one or many; lines are taken, too.
  case containers
  /// A table of CSV or TSV.
  case table(TableSyntax)
}
