import DecisionEvent
public import Stages

/// A format that `--to` names: what it is called, what it takes, and how it is run.
public struct FormatEntry: Sendable {
  /// What a format writes.
  public enum Content: Equatable, Sendable {
    /// Events, one JSON object a line: a stream that other tools read, with its frame.
    case events
    /// A document of this media type.
    case document(mediaType: String)
  }

  /// The name on the command line.
  public let name: String
  /// What it is for, in a few words.
  public let summary: String
  private let usualContent: Content
  private let jsonMediaType: String?
  /// The options that it takes.
  public let options: Set<FormatOption>
  /// Makes its stage and runs it.
  let run: @Sendable (FormatRequest, borrowing FormatJob) throws(FormatProblem) -> RunSummary

  init(
    _ name: String, _ summary: String, _ content: Content, jsonMediaType: String? = nil,
    options: Set<FormatOption> = [],
    run:
      @escaping @Sendable (
        FormatRequest, borrowing FormatJob
      ) throws(FormatProblem) -> RunSummary
  ) {
    self.name = name
    self.summary = summary
    usualContent = content
    self.jsonMediaType = jsonMediaType
    self.options = options
    self.run = run
  }

  /// What it writes; with `--json`, that is another type of document.
  public func content(of request: FormatRequest) -> Content {
    guard request.isJSON, let jsonMediaType else { return usualContent }
    return .document(mediaType: jsonMediaType)
  }

  /// Checks that the format takes what was given, and runs it.
  ///
  /// - Throws: the option that the format does not take, or that is wrong.
  public func run(
    _ request: FormatRequest, in job: borrowing FormatJob
  ) throws(FormatProblem) -> RunSummary {
    for option in FormatOption.allCases where request.given.contains(option) {
      guard options.contains(option) else {
        let takers = FormatRegistry.all.filter { $0.options.contains(option) }.map(\.name)
        throw FormatProblem(
          "--\(option.rawValue) is not for --to \(name); it is for \(takers.joined(separator: ", "))"
        )
      }
    }
    return try run(request, job)
  }
}

/// All formats.
///
/// To add one: a file with its `EventFormat` and a static `entry`, and a line here.
public enum FormatRegistry {
  /// The formats, in the order of the help.
  public static let all: [FormatEntry] = [
    .jsonl, .json, .csv, .tsv, .hec, .elastic, .ocsf, .otlp, .cef, .leef, .syslog, .table, .summary,
    .html, .pdf,
  ]

  /// The usual columns of tables, the same every month.
  public static var columnNames: [String] { CanonicalField.columns.map(\.rawValue) }

  /// The format of a name; the error lists all, or tells the nearest name.
  public static func entry(named name: String) throws(FormatProblem) -> FormatEntry {
    if let entry = all.first(where: { $0.name == name }) { return entry }
    let names = all.map(\.name)
    let hint = NearestName.find(name, among: names).map { "; did you mean '\($0)'?" } ?? ""
    throw FormatProblem(
      "--to: unknown format \(Quoting.quoted(name))\(hint) (\(names.joined(separator: ", ")))")
  }
}
