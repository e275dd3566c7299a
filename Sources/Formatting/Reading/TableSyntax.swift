import Bytes

/// How a table of CSV or TSV is read (RFC 4180).
public struct TableSyntax: Sendable {
  /// What stands between cells: a comma, or a tab.
  public let delimiter: UInt8
  /// The text that, without quotes, stands for an absent value.
  public var nullText: [UInt8] = []
  /// Whether the `'` before a text that a spreadsheet would run is taken away.
  public var removesGuard = true
  /// The types of columns as the user states them; the last one of a name counts.
  public var overrides: [ColumnOverride] = []

  private init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Comma-separated values.
  public static var csv: TableSyntax { TableSyntax(delimiter: .comma) }
  /// Tab-separated values, quoted in the same way.
  public static var tsv: TableSyntax { TableSyntax(delimiter: .tab) }
}
