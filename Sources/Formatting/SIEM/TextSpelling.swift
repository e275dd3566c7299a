import Bytes
import EventJSON

/// How one place of a format spells texts, so that no text can end the place it stands in.
///
/// A table says for each byte what stands for it. One rule holds in every format: a character
/// that has no place in a line of text (U+0000 to U+001F, U+007F to U+009F, U+2028, U+2029, half a
/// surrogate pair) is spelled as JSON spells it, `\u` and four hexadecimal digits, unless the
/// format has a spelling of its own (`\n` in CEF). Where the format escapes backslashes, that of
/// the six characters is escaped, too, so that its own readers show them and none stumbles:
///
///     the text           a=b|c<U+0000>
///     in a CEF value     a\=b|c\\u0000
///     as readers see it  a=b|c\u0000
struct TextSpelling: Sendable {
  /// What stands for each byte: 0 itself, 1 what `character` decides, 2 its `\u` escape, and any
  /// other number a backslash and that byte.
  private var actions = [UInt8](repeating: 0, count: 256)

  /// A spelling with `escapes`: the byte, and what stands behind the backslash.
  ///
  /// The backslash is one of them in every format, so that a `\u` escape begins with two.
  private init(_ escapes: [(byte: UInt8, letter: UInt8)]) {
    for byte in 0..<0x20 { actions[byte] = 2 }
    actions[0x7F] = 2
    // What U+0080 to U+00BF, U+2000 to U+2FFF and U+D000 to U+DFFF begin with.
    for lead in [0xC2, 0xE2, 0xED] { actions[lead] = 1 }
    for escape in escapes { actions[Int(escape.byte)] = escape.letter }
  }

  /// The same, but that these ASCII characters have a meaning of their own and are spelled out.
  func spellingOut(_ characters: String) -> TextSpelling {
    var other = self
    for byte in characters.utf8 { other.actions[Int(byte)] = 2 }
    return other
  }

  private static func itself(_ characters: String) -> [(byte: UInt8, letter: UInt8)] {
    characters.utf8.map { ($0, $0) }
  }

  private static let lineBreaks: [(byte: UInt8, letter: UInt8)] = [
    (.newline, UInt8(ascii: "n")), (.carriageReturn, UInt8(ascii: "r")),
  ]

  /// A field of the header of CEF: `\` and `|` are escaped.
  static let header = TextSpelling(itself(#"\|"#))
  /// A field of the header of LEEF, which has no escape for `|`: readers split there.
  static let leefHeader = header.spellingOut("|")
  /// A value in the extension of CEF: `\` and `=` are escaped, line breaks are `\n` and `\r`.
  static let cefValue = TextSpelling(itself(#"\="#) + lineBreaks)
  /// A value of an attribute of LEEF: the same, and the delimiter, a tab, is `\t`.
  static let leefValue = TextSpelling(
    itself(#"\="#) + lineBreaks + [(byte: .tab, letter: UInt8(ascii: "t"))])
  /// A PARAM-VALUE of RFC 5424, section 6.3.3: `"`, `\` and `]` are escaped.
  static let parameter = TextSpelling(itself(#""\]"#))

  /// Appends a text as it is spelled here; `text` is UTF-8, halves of surrogate pairs included as
  /// `StringEscapes` decodes them.
  func append(_ text: Span<UInt8>, into output: inout Output) {
    var start = 0
    var offset = 0
    while offset < text.count {
      let action = actions[Int(text[offset])]
      guard action > 0 else {
        offset &+= 1
        continue
      }
      let character = action == 1 ? Character(in: text, at: offset) : Character(text[offset])
      if action == 1, !Self.mustEscape(character.point) {
        offset += character.length
        continue
      }
      output.append(text.extracting(start..<offset))
      if action > 2 {
        output.append(.backslash)
        output.append(action)
      } else {
        output.append(.backslash)
        output.append(.backslash)
        output.append(unicodeEscape: UInt16(character.point))
      }
      offset += character.length
      start = offset
    }
    output.append(text.extracting(start..<text.count))
  }

  /// Whether a character above U+007F has no place in a line of text.
  private static func mustEscape(_ point: UInt32) -> Bool {
    switch point {
    case 0x80..<0xA0, 0x2028...0x2029, 0xD800...0xDFFF: true
    default: false
    }
  }

  /// Appends a text of the command line.
  func append(_ text: String, into output: inout Output) {
    let bytes = Array(text.utf8)
    append(bytes.span, into: &output)
  }

  /// A character of a text: its code point, half a surrogate pair included, and its bytes.
  struct Character {
    let point: UInt32
    let length: Int

    /// An ASCII character.
    init(_ byte: UInt8) {
      point = UInt32(byte)
      length = 1
    }

    /// The character whose first byte is at `offset`.
    init(in text: Span<UInt8>, at offset: Int) {
      let first = text[offset]
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      var point = UInt32(first)
      if length > 1 { point &= 0x7F >> UInt32(length) }
      for next in 1..<max(length, 1) {
        point = point << 6 | UInt32(ByteScan.byte(text, offset + next) & 0x3F)
      }
      self.point = point
      self.length = length
    }
  }
}

extension Output {
  /// Appends `u` and four lower-case hexadecimal digits: a JSON escape without its backslash.
  mutating func append(unicodeEscape unit: UInt16) {
    append(UInt8(ascii: "u"))
    append(hexadecimal: UInt8(unit >> 8))
    append(hexadecimal: UInt8(truncatingIfNeeded: unit))
  }
}
