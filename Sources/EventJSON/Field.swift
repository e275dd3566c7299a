/// Where a JSON value stands in its line, and what it is: 16 bytes, copied freely.
///
/// The range of a string leaves out its quotes; that of an object or array has its brackets.
public struct Field: Equatable, Sendable {
  /// What a value is.
  public enum Kind: UInt8, Sendable {
    /// Not in the line.
    case absent
    /// `null`.
    case null
    /// `true`.
    case `true`
    /// `false`.
    case `false`
    /// A number, as spelled.
    case number
    /// A string whose bytes are its text.
    case string
    /// A string that has at least one escape.
    case escapedString
    /// An array.
    case array
    /// An object.
    case object
  }

  private let startOffset: UInt32
  private let endOffset: UInt32
  /// What the value is.
  public let kind: Kind

  /// A value of `kind` at the offsets `start ..< end` of its line (below 4 GiB).
  public init(_ kind: Kind, _ start: Int, _ end: Int) {
    self.kind = kind
    self.startOffset = UInt32(truncatingIfNeeded: start)
    self.endOffset = UInt32(truncatingIfNeeded: end)
  }

  /// The field that is not there.
  public static var absent: Field { Field(.absent, 0, 0) }

  /// The offset of the first byte.
  public var start: Int { Int(startOffset) }
  /// The offset behind the last byte.
  public var end: Int { Int(endOffset) }

  /// Whether this is a string.
  public var isString: Bool { kind == .string || kind == .escapedString }
  /// Whether this is a string, a number or a boolean: something with a text of its own.
  public var isScalar: Bool {
    switch kind {
    case .true, .false, .number, .string, .escapedString: true
    case .absent, .null, .array, .object: false
    }
  }
}
