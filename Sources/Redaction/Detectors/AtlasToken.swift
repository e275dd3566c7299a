import Bytes

/// The name before `.atlasv1.` in HashiCorp's tokens: fourteen letters and digits, found by looking
/// back from the word `atlasv1`.
enum AtlasToken {
  static let nameLength = 14

  /// Whether a name and a `.` stand before an offset.
  static func hasName(_ text: Span<UInt8>, before start: Int) -> Bool {
    guard start > nameLength, text[start - 1] == .dot else { return false }
    let name = start - 1 - nameLength
    for offset in name..<start - 1 where !Boundary.isAlphanumeric(text[offset]) { return false }
    return !Boundary.isWord(Boundary.byte(text, name - 1))
  }
}
