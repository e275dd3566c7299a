import Bytes

/// A column's type as the user states it: `NAME=TYPE`.
public struct ColumnOverride: Sendable {
  /// The column's name, without a type.
  public let name: String
  let type: ColumnType

  /// Parses the name, and the type behind the last `=`.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let separator = bytes.lastIndex(of: UInt8(ascii: "=")), separator > 0,
      let type = ColumnType(rawValue: String(decoding: bytes[(separator + 1)...], as: UTF8.self))
    else { return nil }
    name = String(decoding: bytes[..<separator], as: UTF8.self)
    self.type = type
  }

  /// The types that can be stated.
  public static var typeNames: [String] { ColumnType.allCases.map(\.rawValue) }
}

extension ColumnType {
  /// Whether the empty text is no value of it.
  var hasNoEmptyValue: Bool { self == .number || self == .json }
}
