import Bytes
import EventJSON

/// Decodes the texts of JSON strings with a table of what stands where.
enum TextDecoding {
  /// Appends the text of a string with escapes to `output`, which is empty, and fills `offsets`;
  /// whether a backslash may be in the text.
  @discardableResult
  static func decode(
    _ string: Field, of line: Span<UInt8>, into output: inout Output,
    _ offsets: inout OffsetTable
  ) -> Bool {
    var mayHaveBackslash = false
    offsets.begin(at: string.start)
    let part = line.extracting(0..<string.end)
    var offset = string.start
    while let backslash = output.append(part, from: offset, upTo: .backslash) {
      let before = output.count
      offset = endOfEscape(part, backslash)
      switch ByteScan.byte(part, backslash + 1) {
      // Most escapes by far: those of JSON in JSON, and line breaks.
      case .quote: output.append(.quote)
      case .backslash:
        output.append(.backslash)
        mayHaveBackslash = true
      case UInt8(ascii: "n"): output.append(.newline)
      default:
        StringEscapes.decode(part, backslash, offset, into: &output)
        mayHaveBackslash = true
      }
      offsets.add(decoded: (before, output.count), raw: (backslash, offset))
    }
    return mayHaveBackslash
  }

  /// The offset behind an escape of a valid string; a pair of surrogates is one.
  private static func endOfEscape(_ text: Span<UInt8>, _ backslash: Int) -> Int {
    guard ByteScan.byte(text, backslash + 1) == UInt8(ascii: "u") else { return backslash + 2 }
    let isPair =
      isSurrogate(text, backslash, low: false) && isSurrogate(text, backslash + 6, low: true)
    return backslash + (isPair ? 12 : 6)
  }

  /// Whether \uD800 to \uDBFF, or with `low` \uDC00 to \uDFFF, stands at an offset.
  private static func isSurrogate(_ text: Span<UInt8>, _ offset: Int, low: Bool) -> Bool {
    guard ByteScan.hasWord(text, at: offset, "\\u"),
      ByteScan.byte(text, offset + 2) | 0x20 == UInt8(ascii: "d"),
      let second = ByteScan.byte(text, offset + 3).hexadecimalValue
    else { return false }
    return low ? second >= 12 : (8...11).contains(second)
  }
}
