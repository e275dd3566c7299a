import Bytes

/// One character of bytes that may be anything.
struct UTF8Character {
  /// Its number, or that of a lone surrogate; nil for a byte that begins no character.
  let value: UInt32?
  /// How many bytes it has, 1 to 4.
  let length: Int

  /// Decodes the character that begins at `offset`, as the Unicode Standard's table 3-7 has it,
  /// but for surrogates, which are decoded, too.
  init(_ text: Span<UInt8>, at offset: Int) {
    let first = text[offset]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let smallest: UInt32 = length == 1 ? 0 : length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    var value = UInt32(length == 1 ? first : first & (0x7F >> UInt8(length)))
    var isWhole = first < 0x80 || first >= 0xC2 && first < 0xF5 && length <= text.count - offset
    for index in 1..<4 where isWhole && index < length {
      let byte = text[offset + index]
      isWhole = byte & 0xC0 == 0x80
      value = value << 6 | UInt32(byte & 0x3F)
    }
    isWhole = isWhole && value >= smallest && value <= 0x10FFFF
    self.value = isWhole ? value : nil
    self.length = isWhole ? length : 1
  }

  /// Whether it is half of a pair, which stands for nothing.
  var isSurrogate: Bool { value.map { $0 >> 11 == 0x1B } ?? false }

  /// Whether it is shown as itself.
  var isPrintable: Bool {
    guard let value else { return false }
    switch value {
    case 0x09, 0x0A: return true
    case 0..<0x20, 0x7F..<0xA0: return false
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: return false
    case 0xD800...0xDFFF: return false
    // Noncharacters, with which Cairo refuses the text and so the document.
    case 0xFDD0...0xFDEF: return false
    default: return value & 0xFFFE != 0xFFFE
    }
  }
}
