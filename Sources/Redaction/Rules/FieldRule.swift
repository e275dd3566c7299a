/// What becomes of a whole field, whatever stands in it (spec/redaction.md, section 5).
public struct FieldRule: Sendable {
  /// An operator on a field.
  public enum Operator: Equatable, Sendable {
    /// The member goes, with its name.
    case drop
    /// The value becomes `null`.
    case null
    /// The value becomes this text.
    case replace([UInt8])
    /// The value's letters and digits are masked.
    case mask(MaskShape)
    /// The value becomes its pseudonym.
    case pseudonymize
    /// An address becomes its network, a date its month, anything else `[REDACTED]`.
    case truncate
  }

  /// Which field.
  public let field: FieldSelector
  /// What becomes of it.
  public let action: Operator

  /// A rule for a field.
  public init(_ field: FieldSelector, _ action: Operator) {
    self.field = field
    self.action = action
  }
}
