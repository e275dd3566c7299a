import Bytes

/// Which way text runs.
enum Direction: Int32 {
  // PANGO_DIRECTION_LTR and _RTL.
  case leftToRight = 0
  case rightToLeft = 1
}

/// How far a text has been set.
public struct TextPosition: Equatable, Sendable {
  /// The first byte that has not been set.
  public let offset: Int
  /// Whether what stands before it belongs to the same paragraph.
  let isInsideParagraph: Bool
  /// The direction of that paragraph, where its characters told one.
  let direction: Direction?

  /// Before the first byte.
  public static let start = TextPosition(offset: 0, isInsideParagraph: false, direction: nil)
}

/// What of a text is set at once: whole paragraphs where they fit, or a part of a long one.
///
/// Line breaking takes time that grows faster than its text, so it is never given much.
struct TextPiece: Equatable {
  /// How many bytes a piece has at most.
  static let limit = 4_096
  /// How far from its end a piece is cut after a space.
  static let reach = 256

  /// The bytes to set, without the newline that ends them.
  let range: Range<Int>
  /// Where the next piece begins.
  let next: Int
  /// Whether the piece ends where a paragraph does.
  let endsParagraph: Bool

  /// The piece that begins at `start`.
  init(of text: Span<UInt8>, from start: TextPosition) {
    let first = start.offset
    let end = min(text.count, first + Self.limit)
    // What follows the end of a paragraph that was begun before may run in another direction.
    let newline =
      start.isInsideParagraph
      ? Self.first(of: text, in: first..<end) : Self.last(of: text, in: first..<end)
    if end == text.count, newline == nil || !start.isInsideParagraph {
      let endsInNewline = newline == end - 1
      self.init(range: first..<(endsInNewline ? end - 1 : end), next: end, endsParagraph: true)
    } else if let newline {
      self.init(range: first..<newline, next: newline + 1, endsParagraph: true)
    } else {
      let cut = Self.cut(of: text, in: first..<end)
      self.init(range: first..<cut, next: cut, endsParagraph: false)
    }
  }

  private init(range: Range<Int>, next: Int, endsParagraph: Bool) {
    self.range = range
    self.next = next
    self.endsParagraph = endsParagraph
  }

  private static func first(of text: Span<UInt8>, in range: Range<Int>) -> Int? {
    range.first { text[$0] == .newline }
  }

  private static func last(of text: Span<UInt8>, in range: Range<Int>) -> Int? {
    range.last { text[$0] == .newline }
  }

  /// Where to cut text without a newline: behind a space near its end, else between characters.
  private static func cut(of text: Span<UInt8>, in range: Range<Int>) -> Int {
    let near = max(range.lowerBound + 1, range.upperBound - reach)..<range.upperBound
    if let space = near.last(where: { text[$0] == .space }) { return space + 1 }
    return characterStart(of: text, range.upperBound)
  }

  /// Where the character begins that a byte belongs to; the text's end is a beginning, too.
  static func characterStart(of text: Span<UInt8>, _ offset: Int) -> Int {
    var start = offset
    while start > 0, start < text.count, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
