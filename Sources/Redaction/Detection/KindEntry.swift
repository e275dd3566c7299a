/// What there is to know of a built-in kind: its row in `kt-redact kinds`.
public struct KindEntry: Sendable {
  /// Which hit wins where two overlap, the first case first (spec/redaction.md, section 1).
  public enum Priority: UInt8, Comparable, Sendable {
    case privateKey, vendorToken, jwt, urlOrHeader, checksummed, email, ip, phone, generic

    /// Whether hits of the left one win.
    public static func < (left: Priority, right: Priority) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// The kind.
  public let kind: Kind
  /// Its name in options, replacements and logs, such as `EMAIL_ADDRESS`.
  public let name: String
  /// The name of Google's infoType, where there is one.
  public let infoType: String?
  /// Which hit wins where two overlap.
  public let priority: Priority
  /// The confidences of its hits as a reader sees them, such as `3` or `3, 2 in context`.
  public let confidence: String
  /// What is found, in one line.
  public let definition: String
  /// A text in which this kind is found, whose value is nobody's.
  public let example: String

  init(
    _ kind: Kind, _ name: String, infoType: String? = nil, _ priority: Priority,
    confidence: String, definition: String, example: String
  ) {
    self.kind = kind
    self.name = name
    self.infoType = infoType
    self.priority = priority
    self.confidence = confidence
    self.definition = definition
    self.example = example
  }
}
