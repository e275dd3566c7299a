import Bytes
import EventJSON

/// A content hash of an event taken apart (spec/integrity.md, section 5): `sha256:<hex>`,
/// `sha384:<hex>`, `sha512:<hex>` in any case, or 64 hexadecimal digits alone for SHA-256.
struct ContentHash {
  /// The algorithm's caption in OCSF.
  let algorithm: StaticString
  /// The algorithm's number in OCSF.
  let algorithmID: Int
  /// The offset of the first hexadecimal digit in the line.
  let start: Int

  private static let known:
    [(prefix: StaticString, caption: StaticString, number: Int, digits: Int)] = [
      ("sha256:", "SHA-256", 3, 64), ("sha384:", "SHA-384", 9, 96), ("sha512:", "SHA-512", 4, 128),
    ]

  /// The hash that a string of `line` spells, or nil for what is none.
  init?(_ field: Field, in line: Span<UInt8>) {
    guard field.kind == .string else { return nil }
    let text = line.extracting(field.start..<field.end)
    var prefix = 0
    var found = Self.known[0]
    for entry in Self.known {
      let length = entry.prefix.utf8CodeUnitCount
      if text.count >= length,
        ByteScan.hasWord(text.extracting(0..<length), ignoringCaseOf: entry.prefix)
      {
        found = entry
        prefix = length
      }
    }
    guard text.count - prefix == found.digits else { return nil }
    for offset in prefix..<text.count where text[offset].hexadecimalValue == nil { return nil }
    algorithm = found.caption
    algorithmID = found.number
    start = field.start + prefix
  }
}
