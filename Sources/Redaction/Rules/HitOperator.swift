/// What becomes of a value that was found (spec/redaction.md, section 5).
public enum HitOperator: Equatable, Sendable {
  /// It is replaced by a text.
  case replace(ReplacementTemplate)
  /// Its letters and digits are masked; a secret's length is not shown.
  case mask(MaskShape)
  /// It is replaced by its pseudonym.
  case pseudonym
  /// It goes, and nothing takes its place.
  case remove
  /// An address becomes its network; other kinds are replaced.
  case truncate
  /// It stays, and is counted.
  case keep
}

/// The text that takes a value's place; `{kind}` in it stands for the kind's name.
public struct ReplacementTemplate: Equatable, Sendable {
  /// The bytes before, between and behind the places of the kind's name.
  public let parts: [[UInt8]]
  /// The template as it was spelled.
  public let text: String

  /// The template that a text spells.
  public init(_ text: String) {
    self.text = text
    var parts: [[UInt8]] = [[]]
    var rest = Array(text.utf8)[...]
    let mark = Array("{kind}".utf8)
    while !rest.isEmpty {
      if rest.starts(with: mark) {
        parts.append([])
        rest = rest.dropFirst(mark.count)
      } else {
        parts[parts.count - 1].append(rest.removeFirst())
      }
    }
    self.parts = parts
  }

  /// `[{kind}]`.
  public static let usual = ReplacementTemplate("[{kind}]")
}

/// How a value is masked: what stays of it, and what stands for the rest.
///
/// Letters and digits count; what separates them stays. Where more than half of the value were to
/// stay, nothing does.
public struct MaskShape: Equatable, Sendable {
  /// What stands for a letter or digit: one character, as UTF-8.
  public let character: [UInt8]
  /// How many letters or digits stay at the beginning; nil where the kind says it.
  public let first: Int?
  /// How many stay at the end; nil where the kind says it: 4 of a card, none of others.
  public let last: Int?

  /// A mask by `*` unless said otherwise; `first` and `last` count characters that are left.
  public init(character: [UInt8] = [UInt8(ascii: "*")], first: Int? = nil, last: Int? = nil) {
    self.character = character
    self.first = first
    self.last = last
  }
}
