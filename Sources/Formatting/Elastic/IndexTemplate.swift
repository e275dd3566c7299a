import Bytes
import DecisionEvent
import EventJSON
import Stages

/// The name of an Elasticsearch index, with placeholders that each event fills.
///
/// `{date}` is the day of the event's time in UTC (`2026-04-22`), `{month}` `2026-04`, `{year}`
/// `2026`; `{team}` or any other canonical field of spec/events.md that is one short value. What
/// an event does not have is `__none__`: events without a time go to `kt-events-__none__`.
///
/// An index is lower case, at most 255 bytes long, has none of `\ / * ? " < > | , # :` and white
/// space in it and does not begin with - _ or + (Elasticsearch, "Create index", name criteria).
/// Elasticsearch accepts more than is accepted here: the text of a template is a-z 0-9 . _ - and
/// begins with a letter or a digit. `IndexValue` says how values get there.
struct IndexTemplate: Sendable, Equatable {
  enum Piece: Sendable, Equatable {
    case text([UInt8])
    /// A part of the day: 1 the year, 2 with the month, 3 with the day.
    case day(parts: Int)
    case field(CanonicalField)
  }

  /// Where events go when nobody says otherwise.
  static let standard = "kt-events-{date}"

  let pieces: [Piece]
  /// How long the value of one placeholder may become, in bytes.
  let valueLimit: Int

  /// Takes a template apart; a bad one is a usage error that says what to do.
  init(_ text: String) throws(FormatProblem) {
    pieces = try Self.pieces(of: text)
    guard case .text(let start)? = pieces.first, start[0].isLetter || start[0].isDigit else {
      throw Self.problem(text, "an index begins with a letter a-z or a digit, not a placeholder")
    }
    let values = pieces.count { piece in
      if case .field = piece { true } else { false }
    }
    let fixed = pieces.reduce(0) { $0 + Self.fixedLength(of: $1) }
    valueLimit = values == 0 ? 0 : (Self.maximumLength - fixed) / values
    guard fixed <= Self.maximumLength, values == 0 || valueLimit >= IndexValue.minimumLimit else {
      throw Self.problem(
        text, "an index has at most \(Self.maximumLength) bytes; leave room for values")
    }
  }

  private static let maximumLength = 255

  private static func fixedLength(of piece: Piece) -> Int {
    switch piece {
    case .text(let bytes): bytes.count
    case .day: 10
    case .field: 0
    }
  }

  private static func problem(_ text: String, _ reason: String) -> FormatProblem {
    FormatProblem("--index \(Quoting.quoted(text)): \(reason)")
  }

  private static func pieces(of text: String) throws(FormatProblem) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Array(text.utf8)[...]
    while let open = rest.firstIndex(of: .openBrace) {
      try append(rest[..<open], of: text, to: &pieces)
      guard let close = rest.firstIndex(of: .closeBrace), close > open else {
        throw problem(text, "a brace is not closed")
      }
      let name = String(decoding: rest[(open + 1)..<close], as: UTF8.self)
      pieces.append(try placeholder(name, of: text))
      rest = rest[(close + 1)...]
    }
    try append(rest, of: text, to: &pieces)
    return pieces
  }

  private static func append(
    _ bytes: ArraySlice<UInt8>, of text: String, to pieces: inout [Piece]
  ) throws(FormatProblem) {
    guard bytes.allSatisfy(IndexValue.isPlain) else {
      throw problem(text, "an index is made of a-z, 0-9, '.', '_' and '-'")
    }
    if !bytes.isEmpty { pieces.append(.text(Array(bytes))) }
  }

  private static func placeholder(_ name: String, of text: String) throws(FormatProblem) -> Piece {
    switch name {
    case "date": return .day(parts: 3)
    case "month": return .day(parts: 2)
    case "year": return .day(parts: 1)
    default: break
    }
    let shown = Quoting.quoted("{\(name)}")
    guard let field = CanonicalField(name: name) else {
      throw problem(
        text,
        "\(shown) is no placeholder; there are date, month, year and canonical fields such as team")
    }
    switch field {
    case .policyName, .policyVerdict, .policyReason, .citations, .citationVersion,
      .contentHashes, .escalation:
      throw problem(text, "\(shown) has many values, and an index needs one")
    case .input, .output:
      throw problem(text, "\(shown) is a text, which no index may show")
    default: return .field(field)
    }
  }
}
