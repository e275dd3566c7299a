import Bytes
import EventJSON

/// Steps through the elements of a cell that holds a list: texts joined by `;`, in which `\;` and
/// `\\` stand for the character alone, or the elements of a JSON array.
///
/// How texts are joined is `ListText`'s business. The text is given with every call.
struct ListCursor {
  private enum Form {
    case none
    case texts(next: Int)
    case values(ElementIterator)
  }

  private var form = Form.none
  /// The element of the last step: JSON in an array, else a string with its escapes in it; absent
  /// for a null among texts.
  private(set) var element = Field.absent

  /// A cursor over nothing.
  init() {}

  /// A cursor before the first element of `text`, which is a JSON array where it is JSON at all.
  init(_ text: Span<UInt8>, isJSON: Bool) {
    if isJSON {
      form = .values(ElementIterator(text, Field(.array, 0, text.count)))
    } else if !text.isEmpty {
      form = .texts(next: 0)
    }
  }

  /// Goes to the next element; false behind the last one, and then it is absent.
  mutating func advance(_ text: Span<UInt8>) -> Bool {
    element = .absent
    switch form {
    case .none: return false
    case .values(var iterator):
      guard let value = iterator.next(text) else { return false }
      form = .values(iterator)
      element = value
    case .texts(let start):
      guard start <= text.count else { return false }
      let end = Self.end(text, start)
      form = .texts(next: end + 1)
      element = Self.element(text, start, end)
    }
    return true
  }

  private static func element(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Field {
    switch end - start {
    case 0: return .absent
    case 1 where text.count == 1 && text[start] == .backslash: return .absent
    case 2 where ByteScan.hasWord(text, at: start, "\\e"):
      return Field(.escapedString, end, end)
    default: return Field(.escapedString, start, end)
    }
  }

  /// How many elements are left.
  func count(_ text: Span<UInt8>) -> Int {
    var rest = self
    var count = 0
    while rest.advance(text) { count += 1 }
    return count
  }

  /// The offset of the `;` that ends the element at `start`, or of the text's end.
  private static func end(_ text: Span<UInt8>, _ start: Int) -> Int {
    var offset = start
    while offset < text.count, text[offset] != UInt8(ascii: ";") {
      offset += isEscape(text, offset) ? 2 : 1
    }
    return offset
  }

  /// Whether a backslash takes the character behind it for itself.
  static func isEscape(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    guard text[offset] == .backslash else { return false }
    let next = ByteScan.byte(text, offset + 1)
    return next == .backslash || next == UInt8(ascii: ";")
  }

  /// Appends the text of an element of a list of texts, without its escapes.
  static func appendText(
    _ text: Span<UInt8>, _ element: Field, into output: inout Output
  ) {
    var start = element.start
    var offset = start
    while offset < element.end {
      if isEscape(text, offset) {
        output.append(text.extracting(start..<offset))
        start = offset + 1
        offset += 1
      }
      offset += 1
    }
    output.append(text.extracting(start..<element.end))
  }
}
