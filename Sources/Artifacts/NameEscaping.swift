import Bytes
import Digests
import EventJSON

/// Writes values from data as parts of file names, so that no two values have one name
/// (spec/cli.md, "Security rules").
///
/// All bytes but a-z 0-9 _ - are written as %XX, case included. Two names stand for what is no
/// value: `__none__` where there is none, `__empty__` for the empty string; the same words as
/// values begin with %5F. A value that would be too long is cut, and ends in `%h` and the first 128
/// bits of its SHA-256; no escape looks like that.
enum NameEscaping {
  enum Word {
    case none
    case empty
  }

  /// Appends a value; `delimiter` is escaped too, and `limit` is the length of what is appended.
  static func append(
    _ value: Span<UInt8>, delimiter: UInt8?, limit: Int, to output: inout Output
  ) {
    if value.isEmpty { return appendWord(.empty, to: &output) }
    let isWord = ByteScan.equals(value, "__none__") || ByteScan.equals(value, "__empty__")
    let room = limit - digestLength
    var length = 0
    var cut = 0
    for offset in 0..<value.count {
      let isPlain = isPlain(value[offset]) && value[offset] != delimiter
      length += isPlain && !(isWord && offset == 0) ? 1 : 3
      if length <= room { cut = offset + 1 }
      if length > limit { return appendCut(value, at: cut, delimiter, to: &output) }
    }
    for offset in 0..<value.count {
      append(value[offset], isForced: isWord && offset == 0, delimiter, to: &output)
    }
  }

  /// `%h` and 32 hexadecimal digits.
  private static let digestLength = 34

  private static func appendCut(
    _ value: Span<UInt8>, at cut: Int, _ delimiter: UInt8?, to output: inout Output
  ) {
    for offset in 0..<cut { append(value[offset], isForced: false, delimiter, to: &output) }
    var digest = StreamDigest()
    digest.update(value)
    output.append(UInt8(ascii: "%"))
    output.append(UInt8(ascii: "h"))
    for byte in digest.finalize().prefix(16) { output.append(hexadecimal: byte) }
  }

  private static func append(
    _ byte: UInt8, isForced: Bool, _ delimiter: UInt8?, to output: inout Output
  ) {
    if isPlain(byte), byte != delimiter, !isForced { return output.append(byte) }
    output.append(UInt8(ascii: "%"))
    for digit in [byte >> 4, byte & 15] {
      output.append(digit < 10 ? .zero + digit : UInt8(ascii: "A") + digit - 10)
    }
  }

  /// Appends what stands for no value, or for the empty string.
  static func appendWord(_ word: Word, to output: inout Output) {
    switch word {
    case .none: output.append("__none__")
    case .empty: output.append("__empty__")
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte.isDigit
      || byte == UInt8(ascii: "_") || byte == .minus
  }
}
