/// Why a text has no canonical form kt-canon/1 (spec/integrity.md, section 2.1).
///
/// The raw values are the codes of the specification. Where a text breaks several rules,
/// `notUTF8` is told first, then the first break of the grammar or the depth, then whatever is
/// met first on the way through the sorted members.
public enum CanonicalRefusal: String, Error, CaseIterable, Sendable {
  /// A byte sequence that is not UTF-8 (RFC 3629).
  case notUTF8 = "not-utf8"
  /// Any fault of the grammar (RFC 8259), a byte order mark, text behind the value.
  case notJSON = "not-json"
  /// A value that is no object.
  case notObject = "not-object"
  /// Two members of one object with the same name after unescaping.
  case duplicateKey = "duplicate-key"
  /// An escape of half a surrogate pair: a text that UTF-8 can't write.
  case loneSurrogate = "lone-surrogate"
  /// A number that rounds to infinity as an IEEE double.
  case numberRange = "number-range"
  /// More than 128 nested containers, the event being the first.
  case tooDeep = "too-deep"

  /// What is wrong, for a message.
  public var reason: String {
    switch self {
    case .notUTF8: "invalid UTF-8"
    case .notJSON: "not JSON"
    case .notObject: "expected an object"
    case .duplicateKey: "two members of an object have the same name"
    case .loneSurrogate: "half a surrogate pair, which no UTF-8 can write"
    case .numberRange: "a number that is too large for IEEE doubles"
    case .tooDeep: "nested deeper than \(CanonicalTree.maximumDepth)"
    }
  }
}
