import Bytes
import DecisionEvent
import EventJSON

// Whether something is recorded: a text of blanks alone is not.
extension EventReader {
  /// Whether the operand has a value with something in it.
  mutating func isFilled(_ operand: Operand, in line: Span<UInt8>) -> Bool {
    anyValue(of: operand, in: line) { _, text in FilledText.isFilled(text) }
  }

  /// Whether a field has a text with something in it.
  mutating func isFilled(_ field: Field, in line: Span<UInt8>) -> Bool {
    anyText(of: field, in: line) { FilledText.isFilled($0) }
  }
}

/// Texts that say something.
enum FilledText {
  /// Whether anything but blanks and controls stands there.
  static func isFilled(_ text: Span<UInt8>) -> Bool {
    for offset in 0..<text.count where text[offset] > .space { return true }
    return false
  }
}
