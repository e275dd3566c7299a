public import DecisionEvent

/// What a run of kt-redact is asked for: the options' and the policy file's values, checked.
///
/// Two requests that say the same have the same rules, and so the same digest in logs.
public struct RedactionRequest: Sendable {
  /// Under which names events keep their fields.
  public var dictionary = EventDictionary()
  /// Which built-in kinds are looked for: the bit of each kind's raw value.
  public var kinds: UInt64 = 0
  /// Where they are looked for; `FieldSelector.usual` unless said otherwise.
  public var fields: [FieldSelector] = FieldSelector.usual
  /// The lowest confidence that counts, 1 to 3 (spec/redaction.md, section 1).
  public var minimumConfidence: UInt8 = 2
  /// Whether texts are folded before looking: full-width digits, dashes, spaces, zero width.
  public var folds = false
  /// What becomes of a hit whose kind has no operator of its own.
  public var usualOperator = HitOperator.replace(.usual)
  /// The operators of single kinds, by name; the user's own kinds too.
  public var operators: [String: HitOperator] = [:]
  /// What becomes of whole fields, in the order given; a later rule for the same field wins.
  public var fieldRules: [FieldRule] = []
  /// The user's patterns, in the order given.
  public var patterns: [UserPattern] = []
  /// The user's word lists, in the order given.
  public var wordLists: [UserWords] = []
  /// Values that are left alone, and suffixes such as `@company.com`.
  public var allowed: [[UInt8]] = []
  /// What becomes of the hash of a text that changed.
  public var contentHashes = ContentHashRule.withhold
  /// Whether nothing is changed, and anything found is an error.
  public var checksOnly = false

  /// A request that looks for nothing and changes nothing.
  public init() {}
}

/// What becomes of the hash of a text that changed (spec/redaction.md, section 7).
public enum ContentHashRule: String, CaseIterable, Sendable {
  /// It becomes `[REDACTED]`.
  case withhold
  /// It becomes the hash of the new text.
  case recompute
  /// The member goes.
  case drop
}

/// A kind of the user's own that an expression finds (`--pattern NAME=ERE`).
public struct UserPattern: Sendable {
  /// Its name, of upper-case letters, digits and `_`.
  public let name: String
  /// A POSIX extended expression without back-references.
  public let expression: String

  /// A pattern and its name.
  public init(name: String, expression: String) {
    self.name = name
    self.expression = expression
  }
}

/// A kind of the user's own that a list of words finds (`--words NAME=FILE`).
public struct UserWords: Sendable {
  /// Its name, of upper-case letters, digits and `_`.
  public let name: String
  /// The words or groups of words, as UTF-8.
  public let words: [[UInt8]]

  /// A list of words and its name.
  public init(name: String, words: [[UInt8]]) {
    self.name = name
    self.words = words
  }
}
