import Bytes
import EventJSON

/// Where replacements stand in a new value (`--log-offsets`), over all rounds that made it.
struct ReplacementMarks: Sendable {
  private struct Mark: Sendable {
    let kind: UInt8
    let range: Range<Int>
  }

  private let isWanted: Bool
  private var marks: [Mark] = []
  private var next: [Mark] = []

  init(isWanted: Bool) { self.isWanted = isWanted }

  /// Forgets everything, for another value.
  mutating func removeAll() { marks.removeAll(keepingCapacity: true) }

  /// A round begins, which reads the value that the marks are of.
  mutating func beginRound() { next.removeAll(keepingCapacity: true) }

  /// A part of the old value is copied to `offset` of the new one, and the marks in it move along.
  mutating func keep(_ part: Range<Int>, movedTo offset: Int) {
    guard isWanted else { return }
    for mark in marks
    where part.lowerBound <= mark.range.lowerBound && mark.range.upperBound <= part.upperBound {
      let start = mark.range.lowerBound - part.lowerBound + offset
      next.append(Mark(kind: mark.kind, range: start..<start + mark.range.count))
    }
  }

  /// Something was replaced by what stands at `range` of the new value.
  mutating func add(_ kind: UInt8, _ range: Range<Int>) {
    if isWanted { next.append(Mark(kind: kind, range: range)) }
  }

  /// The round is over, and its new value is the one that the marks are of.
  mutating func endRound() { swap(&marks, &next) }

  /// Writes where the replacements of a kind stand in `value`, escaped as it is: bytes of its text.
  func write(
    _ kind: UInt8, in value: Span<UInt8>, _ writer: inout JSONWriter, into output: inout Output
  ) {
    guard isWanted else { return }
    writer.beginArray("at", into: &output)
    for mark in marks where mark.kind == kind {
      writer.beginArray(into: &output)
      writer.integer(Self.decodedCount(value, mark.range.lowerBound), into: &output)
      writer.integer(Self.decodedCount(value, mark.range.upperBound), into: &output)
      writer.endArray(into: &output)
    }
    writer.endArray(into: &output)
  }

  /// How many bytes of text the first `end` bytes of an escaped value are.
  private static func decodedCount(_ value: Span<UInt8>, _ end: Int) -> Int {
    var decoded = Output(capacity: end + 1)
    StringEscapes.decode(value, 0, end, into: &decoded)
    return decoded.count
  }
}
