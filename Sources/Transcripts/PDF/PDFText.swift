import Bytes
import Typesetting

/// Text that is to be set, with the runs that are set differently.
struct PDFText: ~Copyable {
  private(set) var printable = PrintableText()
  private(set) var runs: [TextRun] = []
  private var name = Output(capacity: 16)

  /// A text without a character.
  init() {}

  /// A text that may come from anywhere.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    append(bytes.span)
  }

  /// What is set, as a string.
  var string: String {
    var output = Output(capacity: 256)
    printable.copy(to: &output)
    return String(copying: output.bytes)
  }

  /// The first `end` bytes of what is set, of which so many characters give way to an ellipsis.
  func prefix(_ end: Int, endingInEllipsis characters: Int) -> PDFText {
    let text = String(decoding: string.utf8.prefix(end), as: UTF8.self)
    return PDFText(text.dropLast(characters) + "\u{2026}")
  }

  /// Whether nothing was appended.
  var isEmpty: Bool { printable.count == 0 }

  /// Empties the text and keeps its room.
  mutating func removeAll() {
    printable.removeAll()
    runs.removeAll(keepingCapacity: true)
  }

  /// Appends what a program says.
  mutating func append(_ text: String) { printable.append(text) }

  /// Appends a term, in grey.
  mutating func append(term: StaticString) {
    let start = printable.count
    name.removeAll()
    name.append(constant: term)
    Self.append(name, to: &printable)
    runs.append(TextRun(start..<printable.count, color: Color(grey: 0.35)))
  }

  /// Appends text that comes from anywhere; what is hidden stands by its code point, and traces of
  /// redactions are marked.
  mutating func append(_ text: Span<UInt8>) {
    var pieces = ShownText(markingRedactions: true)
    while let piece = pieces.next(in: text) {
      let start = printable.count
      switch piece {
      case .plain(let range): printable.append(text.extracting(range))
      case .hidden(let value):
        name.removeAll()
        name.append(constant: "\u{2039}")
        Codepoint.append(value, to: &name)
        name.append(constant: "\u{203A}")
        Self.append(name, to: &printable)
        runs.append(TextRun(start..<printable.count, background: Color(grey: 0.88)))
      case .redacted(let range):
        printable.append(text.extracting(range))
        runs.append(
          TextRun(
            start..<printable.count, families: PDFStyles.mono, background: Color(grey: 0.85)))
      }
    }
  }

  private static func append(_ block: borrowing Output, to text: inout PrintableText) {
    text.append(block.bytes)
  }
}
