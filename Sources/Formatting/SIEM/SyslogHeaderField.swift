import Bytes
import DecisionEvent
import EventJSON

/// A field of a syslog message's header: printable ASCII without spaces, of limited length
/// (RFC 5424, section 6), or `-` where it has nothing.
///
/// Any other character is spelled as JSON spells it, `\u0020` for a space, with two escapes for
/// one above U+FFFF; where the next character does not fit in whole, the field ends.
enum SyslogHeaderField {
  /// The longest HOSTNAME.
  static let hostLimit = 255
  /// The longest MSGID.
  static let messageIDLimit = 32

  /// Appends the operand's value.
  static func append(
    _ operand: Operand, of line: Span<UInt8>, _ reader: inout EventReader, limit: Int,
    into output: inout Output
  ) {
    var isThere = false
    reader.eachValue(of: operand, in: line) { kind, text in
      guard kind != .null else { return }
      append(text, limit: limit, into: &output)
      isThere = true
    }
    if !isThere { output.append(.minus) }
  }

  /// Appends a text.
  static func append(_ text: Span<UInt8>, limit: Int, into output: inout Output) {
    let end = output.count + limit
    var offset = 0
    while offset < text.count {
      let character = TextSpelling.Character(in: text, at: offset)
      let isPlain = 33...126 ~= character.point
      guard output.count + (isPlain ? 1 : character.point > 0xFFFF ? 12 : 6) <= end else { break }
      if isPlain {
        output.append(text[offset])
      } else if character.point > 0xFFFF {
        let rest = character.point - 0x10000
        appendEscape(UInt16(0xD800 + rest >> 10), into: &output)
        appendEscape(UInt16(0xDC00 + rest & 0x3FF), into: &output)
      } else {
        appendEscape(UInt16(character.point), into: &output)
      }
      offset += character.length
    }
    if offset == 0 { output.append(.minus) }
  }

  private static func appendEscape(_ unit: UInt16, into output: inout Output) {
    output.append(.backslash)
    output.append(unicodeEscape: unit)
  }
}
