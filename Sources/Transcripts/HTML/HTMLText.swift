import Bytes

/// Writes text that comes from anywhere into HTML, so that it stays text.
enum HTMLText {
  /// Appends a text for an element or for an attribute in double quotes; what must not stand there
  /// as it is becomes its code point.
  static func append(_ text: Span<UInt8>, into output: inout Output) {
    var pieces = ShownText(markingRedactions: false)
    while let piece = pieces.next(in: text) {
      switch piece {
      case .plain(let range), .redacted(let range): escape(text.extracting(range), into: &output)
      case .hidden(let value): Codepoint.append(value, to: &output)
      }
    }
  }

  /// Appends a text of an element, in which hidden characters and redactions are marked.
  static func appendMarked(_ text: Span<UInt8>, into output: inout Output) {
    var pieces = ShownText(markingRedactions: true)
    while let piece = pieces.next(in: text) {
      switch piece {
      case .plain(let range): escape(text.extracting(range), into: &output)
      case .hidden(let value):
        output.append("<b class=\"hidden\">")
        Codepoint.append(value, to: &output)
        output.append("</b>")
      case .redacted(let range):
        output.append("<mark>")
        escape(text.extracting(range), into: &output)
        output.append("</mark>")
      }
    }
  }

  /// Appends a text that is known only when the program runs.
  static func append(_ text: String, into output: inout Output) {
    let bytes = Array(text.utf8)
    append(bytes.span, into: &output)
  }

  private static func escape(_ text: Span<UInt8>, into output: inout Output) {
    var start = 0
    for offset in 0..<text.count {
      guard let entity = entity(text[offset]) else { continue }
      output.append(text.extracting(start..<offset))
      output.append(constant: entity)
      start = offset + 1
    }
    output.append(text.extracting(start..<text.count))
  }

  private static func entity(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case .quote: "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
