import Bytes
import Stages

/// Steps through the characters of a text, telling how each is shown.
///
/// The text is that of a JSON string: UTF-8, in which a lone surrogate has the three bytes that its
/// number would have (`StringEscapes.decode`).
struct ShownCharacters {
  /// One character.
  struct Character: Equatable {
    let value: UInt32
    /// How many columns it takes, escaped where it is escaped.
    let columns: Int
    let isEscaped: Bool
  }

  static let surrogates: ClosedRange<UInt32> = 0xD800...0xDFFF
  /// How many marks may combine with one character; more are shown escaped, or a cell of no width
  /// could be of any length.
  static let maximumMarks = 4

  /// Where the next character begins.
  private(set) var offset = 0
  private var marks = 0

  /// The next character, or nil.
  mutating func next(in text: Span<UInt8>) -> Character? {
    guard offset < text.count else { return nil }
    let first = text[offset]
    if first >= 0x20, first < 0x7F {
      offset += 1
      marks = 0
      return Character(value: UInt32(first), columns: 1, isEscaped: false)
    }
    let value = decode(text, first)
    let columns = Unicode.Scalar(value).flatMap(TerminalCharacter.columns)
    marks = columns == 0 ? marks + 1 : 0
    guard let columns, marks <= Self.maximumMarks else {
      return Character(value: value, columns: Self.escapedColumns(of: value), isEscaped: true)
    }
    return Character(value: value, columns: columns, isEscaped: false)
  }

  /// Decodes a character of one to four bytes.
  private mutating func decode(_ text: Span<UInt8>, _ first: UInt8) -> UInt32 {
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(length == 1 ? first : first & (0x7F >> UInt8(length)))
    for index in 1..<max(1, length) {
      value = value << 6 | UInt32(ByteScan.byte(text, offset + index) & 0x3F)
    }
    offset = min(offset + length, text.count)
    return value
  }

  /// How many hexadecimal digits an escape has: a surrogate's always four.
  static func digits(of value: UInt32) -> Int {
    max(1, (UInt32.bitWidth - value.leadingZeroBitCount + 3) / 4)
  }

  private static func escapedColumns(of value: UInt32) -> Int {
    digits(of: value) + (surrogates.contains(value) ? 2 : 4)
  }
}
