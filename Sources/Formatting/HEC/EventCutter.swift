import Bytes
import Digests
import EventJSON

/// Makes an event that is too large small enough, by cutting its longest texts.
///
/// A text that is cut keeps its beginning, and ends with a mark that says what the whole was: how
/// many bytes of UTF-8 (halves of surrogate pairs with the three bytes of their number), and
/// their SHA-256, which is what a content hash of spec/integrity.md, section 5, says of it:
///
///     "input":"Once upon a t…[cut: 1234567 bytes, sha256:<64 hexadecimal digits>]"
///
/// Only strings that are values are cut, never keys or numbers; the rest of the event stays byte
/// for byte. Memory is bounded by the event, and time is n log n in the number of its texts.
struct EventCutter: ~Copyable {
  /// The largest event.
  let limit: Int
  private var lengths: [Int] = []
  private var decoded = Output(capacity: 4096)

  init(limit: Int) { self.limit = limit }

  /// Appends the event in `range` of an accepted line, cut where it is larger than the limit;
  /// false where it still is, as what remains are keys, numbers and short texts.
  mutating func append(
    _ line: Span<UInt8>, _ range: Range<Int>, into output: inout Output
  ) -> Bool {
    guard range.count > limit else {
      output.append(line.extracting(range))
      return true
    }
    let event = Field(.object, range.lowerBound, range.upperBound)
    // A mark may be longer than what it stands for: texts up to this length stay.
    let floor = Self.markLength(of: range.count)
    lengths.removeAll(keepingCapacity: true)
    var texts = StringIterator(event)
    while let text = texts.next(line) {
      if text.end - text.start > floor { lengths.append(text.end - text.start) }
    }
    let longest = TextLimit.find(&lengths, excess: range.count - limit, floor: floor)
    return append(line, event, textsUpTo: longest, into: &output) <= limit
  }

  /// Appends the event with every text cut to `longest` bytes; gives how many bytes that makes.
  private mutating func append(
    _ line: Span<UInt8>, _ event: Field, textsUpTo longest: Int, into output: inout Output
  ) -> Int {
    let before = output.count
    var start = event.start
    var texts = StringIterator(event)
    while let text = texts.next(line) {
      guard text.end - text.start > longest else { continue }
      output.append(line.extracting(start..<text.start))
      appendCut(line, text, to: longest, into: &output)
      start = text.end
    }
    output.append(line.extracting(start..<event.end))
    return output.count - before
  }

  private mutating func appendCut(
    _ line: Span<UInt8>, _ text: Field, to longest: Int, into output: inout Output
  ) {
    var digest = StreamDigest()
    var size = text.end - text.start
    if text.kind == .escapedString {
      decoded.removeAll()
      StringEscapes.decode(line, text.start, text.end, into: &decoded)
      size = decoded.count
      digest.update(decoded.bytes)
    } else {
      digest.update(line.extracting(text.start..<text.end))
    }
    let room = longest - Self.markLength(of: size)
    let end = TextCut.border(in: line, from: text.start, atMost: text.start + room)
    output.append(line.extracting(text.start..<end))
    output.append(constant: "…[cut: ")
    output.append(decimal: size)
    output.append(constant: " bytes, sha256:")
    digest.append(hexadecimalTo: &output)
    output.append(.closeBracket)
  }

  /// How long the mark of a text of `size` bytes is.
  private static func markLength(of size: Int) -> Int {
    var digits = 1
    var rest = size / 10
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    return "…[cut: ".utf8.count + digits + " bytes, sha256:".utf8.count + 64 + "]".utf8.count
  }
}
