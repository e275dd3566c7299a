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
    var position = Position()
    writer.beginArray("at", into: &output)
    for mark in marks where mark.kind == kind {
      writer.beginArray(into: &output)
      writer.integer(position.advance(to: mark.range.lowerBound, in: value), into: &output)
      writer.integer(position.advance(to: mark.range.upperBound, in: value), into: &output)
      writer.endArray(into: &output)
    }
    writer.endArray(into: &output)
  }

  /// A place in an escaped value, and how many bytes of text stand before it; only forward.
  private struct Position: ~Copyable {
    private var offset = 0
    private var count = 0
    private var decoded = Output(capacity: 4096)

    mutating func advance(to end: Int, in value: Span<UInt8>) -> Int {
      decoded.removeAll()
      StringEscapes.decode(value, offset, end, into: &decoded)
      count += decoded.count
      offset = end
      return count
    }
  }
}
