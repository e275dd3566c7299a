public import ArgumentParser
public import Formatting

/// What can be read.
enum InputFormat: String, CaseIterable, ExpressibleByArgument {
  case jsonl, json, csv, tsv

  /// Whether records are read, not JSON.
  var isTable: Bool { self == .csv || self == .tsv }
}

extension ColumnOverride: ExpressibleByArgument {
  /// Parses `NAME=TYPE`.
  public init?(argument: String) { self.init(argument) }
}

/// From what.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      What to read: \(InputFormat.allCases.map(\.rawValue).joined(separator: ", ")). json is \
      arrays and envelopes {"events":[..]}, one or many; what stands around the events is checked \
      and not handed on.
      """, valueName: "format"))
  var from = InputFormat.jsonl
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      With --from csv or tsv: the type of a column, whatever the header says: \
      \(ColumnOverride.typeNames.joined(separator: ", ")).
      """, valueName: "name=type"))
  var column: [ColumnOverride] = []

  /// What is read; options of tables that are given, and are for the input, are taken off `request`.
  func input(_ request: inout FormatRequest) throws(FormatProblem)
    -> FormatInput
  {
    var syntax: TableSyntax
    switch from {
    case .jsonl, .json:
      guard column.isEmpty else { throw FormatProblem("--column is for --from csv, tsv") }
      return from == .jsonl ? .lines : .containers
    case .csv: syntax = .csv
    case .tsv: syntax = .tsv
    }
    syntax.nullText = Array(request.null.utf8)
    syntax.removesGuard = request.guardsFormulas
    syntax.overrides = column
    request.given.subtract([.null, .noFormulaGuard])
    return .table(syntax)
  }
}
