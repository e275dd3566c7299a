/// Which parts of a text stand unchanged in its new form, over all rounds that made it: what is
/// left of the text between them is what a receipt no longer shows.
///
/// Reused from text to text; noted only for events that carry a receipt.
struct KeptParts: Sendable {
  /// Bytes that stand in both forms.
  struct Part: Sendable {
    /// Where they begin in the line.
    let original: Int
    /// Where they begin in the new form.
    let start: Int
    let count: Int

    /// The offset behind them in the line.
    var originalEnd: Int { original + count }
    /// The offset behind them in the new form.
    var end: Int { start + count }
  }

  /// Whether anybody asks.
  var isWanted = false
  /// The parts, in their order.
  private(set) var parts: [Part] = []
  private var next: [Part] = []
  /// The first part that may hold what is kept next.
  private var cursor = 0

  /// Begins with a text that stands at `range` of its line, all of it kept.
  mutating func begin(_ range: Range<Int>) {
    removeAll()
    guard isWanted else { return }
    parts.append(Part(original: range.lowerBound, start: range.lowerBound, count: range.count))
  }

  /// Nothing of the text stands in its new form.
  mutating func removeAll() { parts.removeAll(keepingCapacity: true) }

  /// A round begins, which reads the form that the parts are of.
  mutating func beginRound() {
    next.removeAll(keepingCapacity: true)
    cursor = 0
  }

  /// A range of the form that is read, in their order, is copied to `offset` of the new one.
  mutating func keep(_ range: Range<Int>, movedTo offset: Int) {
    guard isWanted else { return }
    while cursor < parts.count, parts[cursor].end <= range.lowerBound { cursor += 1 }
    while cursor < parts.count, parts[cursor].start < range.upperBound {
      let part = parts[cursor]
      let start = max(part.start, range.lowerBound)
      let end = min(part.end, range.upperBound)
      if start < end {
        add(
          Part(
            original: part.original + start - part.start,
            start: offset + start - range.lowerBound, count: end - start))
      }
      // A part that goes on behind the range may be kept in two pieces.
      guard part.end <= range.upperBound else { return }
      cursor += 1
    }
  }

  private mutating func add(_ part: Part) {
    guard let last = next.last, last.originalEnd == part.original, last.end == part.start else {
      return next.append(part)
    }
    next[next.count - 1] = Part(
      original: last.original, start: last.start, count: last.count + part.count)
  }

  /// The round is over, and its new form is the one that the parts are of.
  mutating func endRound() { swap(&parts, &next) }
}
