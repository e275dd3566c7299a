import Bytes
import Digests
import EventJSON

/// Writes values from data as parts of an index, which has narrower rules than JSON.
///
/// a-z 0-9 . _ - stay, every other byte is written as %xx, capital letters too: two values never
/// share an index (spec/cli.md, "Security rules"), and an index is lower case. Values that would
/// be too long are cut and end in `%h` and the first 128 bits of their SHA-256; an empty one is
/// `__empty__`, and of one that begins with `__` the first is written as `%5f`.
enum IndexValue {
  /// What stands for no value.
  static let none: StaticString = "__none__"

  /// Less room than this leaves too little of a value beside its digest.
  static let minimumLimit = 64

  private static let digestLength = 34

  /// Appends a value that becomes at most `limit` bytes long.
  static func append(_ value: Span<UInt8>, limit: Int, to output: inout Output) {
    if value.isEmpty { return output.append(constant: "__empty__") }
    var length = 0
    var cut = 0
    var offset = 0
    while offset < value.count, length <= limit {
      length += isPlain(value, offset) ? 1 : 3
      offset += 1
      if length <= limit - digestLength { cut = offset }
    }
    guard length > limit else { return append(value, upTo: value.count, to: &output) }
    append(value, upTo: cut, to: &output)
    var digest = StreamDigest()
    digest.update(value)
    output.append(constant: "%h")
    for byte in digest.finalize().prefix(16) { output.append(hexadecimal: byte) }
  }

  private static func append(_ value: Span<UInt8>, upTo end: Int, to output: inout Output) {
    for offset in 0..<end {
      let byte = value[offset]
      if isPlain(value, offset) {
        output.append(byte)
      } else {
        output.append(UInt8(ascii: "%"))
        output.append(hexadecimal: byte)
      }
    }
  }

  /// Whether the byte at `offset` stays: no value begins like the words for no value.
  private static func isPlain(_ value: Span<UInt8>, _ offset: Int) -> Bool {
    isPlain(value[offset]) && !(offset == 0 && ByteScan.hasWord(value, at: 0, "__"))
  }

  /// Whether a byte can stand in an index as it is.
  static func isPlain(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte.isDigit || byte == .dot
      || byte == UInt8(ascii: "_") || byte == .minus
  }
}
