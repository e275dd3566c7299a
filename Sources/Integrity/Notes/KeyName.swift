import EventJSON

/// The name of a key of signed notes (C2SP signed-note): not empty, UTF-8, without spaces, `+` and
/// control characters.
///
/// Names are compared by their bytes: texts that look alike are different names.
public struct KeyName: Hashable, Sendable {
  /// The name's bytes.
  public let bytes: [UInt8]

  /// A name; nil where the bytes can't be one.
  public init?(_ bytes: [UInt8]) {
    guard !bytes.isEmpty, UTF8Check.firstInvalid(in: bytes.span) == nil else { return nil }
    let isName = String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && scalar != "+" && !scalar.properties.isWhitespace
    }
    guard isName else { return nil }
    self.bytes = bytes
  }

  /// The name as text, for messages: show it through `Quoting`.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
