import Bytes
import DecisionEvent
import EventJSON

/// A template that is none: the sentence for a message.
public struct TemplateProblem: Error, Equatable, Sendable {
  /// What is wrong, and what to do.
  public let reason: String
}

/// A path with placeholders, one artifact for each of their values.
///
/// `out/{date}/{team}.jsonl.gz` has the root `out`, where the manifest is, and two components
/// with placeholders: `{date}` `{hour}` `{month}` of the event's time in UTC, any canonical field
/// of spec/events.md that has one value, a raw `.path`, and `{part}`, the number of the part.
struct ArtifactTemplate: Sendable, Equatable {
  /// One stretch of a component.
  enum Piece: Sendable, Equatable {
    /// Bytes as they are.
    case literal([UInt8])
    /// The value of the placeholder with this number.
    case value(Int)
    /// The part's number, at least five digits.
    case part
    /// An underscore and the same, where the name must have a number.
    case optionalPart
  }

  /// What stands for a placeholder.
  struct Placeholder: Sendable, Equatable {
    /// Where its value comes from.
    enum Source: Sendable, Equatable {
      case date
      case month
      case hour
      case field(CanonicalField)
      case path(FieldPath)
    }
    /// The name between the braces; the key of partition values.
    let name: String
    let source: Source
    /// A byte that is escaped besides the usual ones, as it ends the value in the name.
    var delimiter: UInt8?
    /// How long the escaped value may be before it is replaced by a digest.
    var limit = 200
  }

  /// The template as it was given.
  let text: String
  /// The folder of the fixed part.
  let root: Path
  /// The components below the root; the last one is the file's name.
  let components: [[Piece]]
  let placeholders: [Placeholder]

  /// Whether a path has a placeholder.
  static func isTemplate(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "{")) }

  /// Takes a template apart.
  ///
  /// With `isHive`, each component that is one placeholder is named as warehouses expect it
  /// (`dt=2026-04-01`), and a path without placeholders is the root of date, team and part. Where
  /// the template has no part's number, one can be added to the name.
  init(_ text: String, isHive: Bool) throws(TemplateProblem) {
    self.text = text
    var parser = TemplateParser()
    let given =
      isHive ? HiveLayout.template(for: text) : text
    let all = try parser.components(of: given)
    let fixed = all.prefix { component in
      !component.contains { piece in
        if case .literal = piece { false } else { true }
      }
    }
    // A path without any placeholder gets the part's number in its last component.
    let rootCount = min(fixed.count, all.count - 1)
    root = TemplateParser.root(all.prefix(rootCount), isAbsolute: given.utf8.first == .slash)
    var components = Array(all.dropFirst(rootCount))
    if components.contains([.literal([.dot])]) || components.contains([.literal([.dot, .dot])]) {
      throw TemplateProblem(reason: "'.' and '..' may stand before the first placeholder only")
    }
    if !components.joined().contains(.part) {
      components[components.count - 1] = TemplateParser.addingPart(
        to: components[components.count - 1])
    }
    placeholders = try TemplateParser.delimited(parser.placeholders, in: components)
    self.components = components
    try checkName()
  }

  /// The name of the only artifact of a template without placeholders, with a mark where a number
  /// can be.
  var markedName: [UInt8] {
    (components.last ?? []).flatMap { piece -> [UInt8] in
      if case .literal(let bytes) = piece { return bytes }
      return [ArtifactNaming.optionalPartMark]
    }
  }

  /// The end of the file's name as the template spells it, for what it says of the content.
  var nameEnd: String {
    guard case .literal(let bytes) = components.last?.last else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func checkName() throws(TemplateProblem) {
    let name = text.split(separator: "/").last ?? ""
    if name == "manifest.json" || name.hasSuffix(".manifest.json") {
      throw TemplateProblem(reason: "names that end in manifest.json are kept for manifests")
    }
    let mark = String(decoding: StagingFolder.prefix, as: UTF8.self)
    guard !text.contains(mark) else {
      throw TemplateProblem(reason: "names with \(mark) are kept for what is not yet published")
    }
    guard components.last?.isEmpty == false else {
      throw TemplateProblem(reason: "expected the name of a file behind the last slash")
    }
  }
}

/// The names that warehouses expect: `dt=2026-04-01/team=legal/part-00000.jsonl.gz`.
enum HiveLayout {
  /// The template that a path given with `--hive` means.
  static func template(for text: String) -> String {
    guard ArtifactTemplate.isTemplate(text) else {
      let root = text.hasSuffix("/") ? text : text + "/"
      return root + "dt={date}/team={team}/part-{part}.jsonl.gz"
    }
    var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let last = parts.popLast() else { return text }
    parts = parts.map { isPlaceholder($0) ? keyed($0) : $0 }
    if let brace = last.firstIndex(of: "}"), isPlaceholder(String(last[...brace])),
      !last.hasPrefix("{part}")
    {
      parts.append(keyed(String(last[...brace])))
      parts.append("part-{part}" + last[last.index(after: brace)...])
    } else {
      parts.append(last)
    }
    return parts.joined(separator: "/")
  }

  private static func isPlaceholder(_ text: String) -> Bool {
    text.hasPrefix("{") && text.hasSuffix("}") && text.dropFirst().firstIndex(of: "{") == nil
  }

  private static func keyed(_ placeholder: String) -> String {
    if placeholder == "{date}" { return "dt={date}" }
    // A folder whose name begins with a dot is hidden from warehouses.
    let name = placeholder.dropFirst().dropLast()
    return "\(name.first == "." ? name.dropFirst() : name)=\(placeholder)"
  }
}
