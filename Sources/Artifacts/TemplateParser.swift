import Bytes
import DecisionEvent
import EventJSON
import Stages

/// Takes templates apart, component by component.
struct TemplateParser {
  typealias Piece = ArtifactTemplate.Piece
  typealias Placeholder = ArtifactTemplate.Placeholder

  /// The placeholders in the order of their first use.
  private(set) var placeholders: [Placeholder] = []

  /// The components of a path; empty ones are left out.
  mutating func components(of text: String) throws(TemplateProblem) -> [[Piece]] {
    guard !text.unicodeScalars.contains("\u{FFFD}") else {
      throw TemplateProblem(reason: "a template is UTF-8")
    }
    var components: [[Piece]] = []
    for part in text.utf8.split(separator: .slash, omittingEmptySubsequences: true) {
      components.append(try pieces(of: Array(part)))
    }
    guard !components.isEmpty, text.utf8.last != .slash else {
      throw TemplateProblem(reason: "expected the name of a file behind the last slash")
    }
    return components
  }

  private mutating func pieces(of bytes: [UInt8]) throws(TemplateProblem) -> [Piece] {
    var pieces: [Piece] = []
    var rest = bytes[...]
    while let open = rest.firstIndex(of: .openBrace) {
      if open > rest.startIndex { pieces.append(.literal(Array(rest[..<open]))) }
      guard let close = rest.firstIndex(of: .closeBrace), close > open else {
        throw TemplateProblem(reason: "a brace is not closed")
      }
      pieces.append(try piece(named: String(decoding: rest[(open + 1)..<close], as: UTF8.self)))
      rest = rest[(close + 1)...]
    }
    if !rest.isEmpty { pieces.append(.literal(Array(rest))) }
    return pieces
  }

  private mutating func piece(named name: String) throws(TemplateProblem) -> Piece {
    if name == "part" { return .part }
    if let known = placeholders.firstIndex(where: { $0.name == name }) { return .value(known) }
    placeholders.append(Placeholder(name: name, source: try Self.source(named: name)))
    return .value(placeholders.count - 1)
  }

  /// A placeholder as messages show it.
  private static func shown(_ name: String) -> String { Quoting.quoted("{\(name)}") }

  private static func source(
    named name: String
  ) throws(TemplateProblem) -> Placeholder.Source {
    switch name {
    case "date": return .date
    case "month": return .month
    case "hour": return .hour
    default: break
    }
    if name.utf8.first == .dot {
      let path: FieldPath
      do throws(FieldPath.Problem) {
        path = try FieldPath(String(name.dropFirst()))
      } catch {
        throw TemplateProblem(reason: "\(Self.shown(name)): \(error.reason)")
      }
      guard !path.hasElements else {
        throw TemplateProblem(reason: "\(Self.shown(name)) has many values, and a name needs one")
      }
      return .path(path)
    }
    guard let field = CanonicalField(name: name) else {
      throw TemplateProblem(
        reason: "\(Self.shown(name)) is no placeholder; there are date, hour, month, part, "
          + "canonical fields such as team, and raw .paths")
    }
    switch field {
    case .policyName, .policyVerdict, .policyReason, .citations, .citationVersion,
      .contentHashes, .escalation:
      throw TemplateProblem(reason: "\(Self.shown(name)) has many values, and a name needs one")
    case .input, .output:
      throw TemplateProblem(reason: "\(Self.shown(name)) is a text, which no name may show")
    default: return .field(field)
    }
  }

  /// The folder of the components before the first placeholder.
  static func root(_ components: ArraySlice<[Piece]>, isAbsolute: Bool) -> Path {
    var joined: [UInt8] = []
    for component in components {
      if !joined.isEmpty { joined.append(.slash) }
      for case .literal(let bytes) in component { joined += bytes }
    }
    if isAbsolute { return Path(bytes: [.slash] + joined) }
    return joined.isEmpty ? Path(".") : Path(bytes: joined)
  }

  /// A name with an optional part's number before its first dot: `all_00000.jsonl.gz`, which comes
  /// behind `all.jsonl.gz` in the order of names.
  static func addingPart(to name: [Piece]) -> [Piece] {
    guard case .literal(let end) = name.last, let dot = end.firstIndex(of: .dot) else {
      return name + [.optionalPart]
    }
    let start = dot > 0 ? [Piece.literal(Array(end[..<dot]))] : []
    return name.dropLast() + start + [.optionalPart, .literal(Array(end[dot...]))]
  }

  /// The placeholders with what keeps their values apart in names.
  ///
  /// Two values in one component must be told apart: the byte behind the first one is escaped in
  /// it. Dates and hours have one length and need none.
  static func delimited(
    _ placeholders: [Placeholder], in components: [[Piece]]
  ) throws(TemplateProblem) -> [Placeholder] {
    var placeholders = placeholders
    for component in components {
      for (piece, next) in zip(component, component.dropFirst()) where piece == .part {
        guard case .value = next else { continue }
        throw TemplateProblem(reason: "put a character between {part} and what follows it")
      }
      let values = component.indices.filter { isText(component[$0], placeholders) }
      guard values.count <= 5 else {
        throw TemplateProblem(reason: "more than five placeholders in one name")
      }
      for index in values {
        guard case .value(let number) = component[index] else { continue }
        placeholders[number].limit = min(placeholders[number].limit, 200 / values.count)
        guard let byte = try delimiter(behind: index, of: component, placeholders[number].name),
          index != values.last
        else { continue }
        if let other = placeholders[number].delimiter, other != byte {
          throw TemplateProblem(
            reason: "\(shown(placeholders[number].name)) is followed by different characters")
        }
        placeholders[number].delimiter = byte
      }
    }
    return placeholders
  }

  /// The byte that tells a value from what follows it; nil where only fixed bytes follow.
  ///
  /// No letter or digit: the words for what is no value, and parts' numbers, are made of them.
  private static func delimiter(
    behind index: Int, of component: [Piece], _ name: String
  ) throws(TemplateProblem) -> UInt8? {
    let rest = component[(index + 1)...]
    let isLast = rest.allSatisfy { piece in
      switch piece {
      // A name that is taken gets another number: none is ambiguous.
      case .literal, .optionalPart: true
      case .value, .part: false
      }
    }
    if isLast { return nil }
    guard case .literal(let next) = rest.first, let byte = next.first,
      byte != UInt8(ascii: "%"), !byte.isLetter, !byte.isDigit
    else {
      throw TemplateProblem(
        reason: "what follows \(shown(name)) can't be told from its value; put a character between "
          + "them that is no letter, digit or %")
    }
    return byte
  }

  private static func isText(_ piece: Piece, _ placeholders: [Placeholder]) -> Bool {
    guard case .value(let number) = piece else { return false }
    switch placeholders[number].source {
    case .date, .month, .hour: return false
    case .field, .path: return true
    }
  }
}
