public import Bytes
import EventJSON
public import Stages

/// Lists every built-in kind with an example, and what becomes of it: `kt-redact kinds`.
public enum KindListing {
  /// How it is written.
  public enum Form: Sendable {
    /// A paragraph a kind, for people.
    case text
    /// A JSON object a line.
    case json
    /// A table.
    case markdown
  }

  /// Appends the list of all kinds.
  ///
  /// - Throws: what a `Trial` of a kind throws.
  public static func write(_ form: Form, into output: inout Output) throws(Problem) {
    if form == .markdown {
      output.append(
        "| kind | infoType | class | confidence | what is found | example | becomes |\n")
      output.append("|---|---|---|---|---|---|---|\n")
    }
    for entry in KindTable.entries {
      let result = try becomes(entry)
      switch form {
      case .text: text(entry, result, into: &output)
      case .json: json(entry, result, into: &output)
      case .markdown: markdown(entry, result, into: &output)
      }
    }
  }

  /// What becomes of a kind's example where nothing else is looked for.
  private static func becomes(_ entry: KindEntry) throws(Problem) -> String {
    var request = RedactionRequest()
    request.kinds = 1 << UInt64(entry.kind.rawValue)
    var trial = try Trial(request, pseudonyms: nil)
    return trial.run(entry.example).text
  }

  private static func className(_ entry: KindEntry) -> String {
    entry.kind.isSecret ? "secret" : "pii"
  }

  private static func text(_ entry: KindEntry, _ result: String, into output: inout Output) {
    let infoType = entry.infoType.map { ", infoType \($0)" } ?? ""
    output.append(
      """
      \(entry.name): \(className(entry)), confidence \(entry.confidence)\(infoType)
          \(Quoting.escaped(entry.definition))
          \(Quoting.escaped(entry.example))
          -> \(Quoting.escaped(result))

      """)
  }

  private static func json(_ entry: KindEntry, _ result: String, into output: inout Output) {
    var writer = JSONWriter()
    writer.beginObject(into: &output)
    let members: [(StaticString, String)] = [
      ("kind", entry.name), ("class", className(entry)), ("confidence", entry.confidence),
      ("definition", entry.definition), ("example", entry.example), ("becomes", result),
    ]
    for (name, text) in members {
      writer.key(name, into: &output)
      writer.string(text, into: &output)
    }
    if let infoType = entry.infoType {
      writer.key("info_type", into: &output)
      writer.string(infoType, into: &output)
    }
    writer.endObject(into: &output)
    output.append("\n")
  }

  private static func markdown(_ entry: KindEntry, _ result: String, into output: inout Output) {
    let cells = [
      "`\(entry.name)`", entry.infoType.map { "`\($0)`" } ?? "", className(entry),
      entry.confidence, cell(entry.definition), code(entry.example), code(result),
    ]
    output.append("| \(cells.joined(separator: " | ")) |\n")
  }

  /// A text that stays in its cell.
  private static func cell(_ text: String) -> String {
    var cell = ""
    for scalar in Quoting.escaped(text).unicodeScalars {
      if scalar == "|" { cell += "\\" }
      cell.unicodeScalars.append(scalar)
    }
    return cell
  }

  /// A text as code, in two backticks, so that it may hold one.
  private static func code(_ text: String) -> String {
    text.unicodeScalars.contains("`") ? "`` \(cell(text)) ``" : "`\(cell(text))`"
  }
}
