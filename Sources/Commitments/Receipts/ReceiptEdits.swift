/// What a redactor did to an event, in terms of the line that it read.
///
/// Reused from event to event. Values are known by the offset where they begin in that line, as a `Field` has it: a string at
/// the byte behind its quote.
public struct ReceiptEdits: Sendable {
  /// Bytes of a text that others were put in the place of.
  struct Replacement {
    /// The offset of the first one in the text without escapes.
    let start: Int
    /// The offset behind the last one.
    let end: Int
    /// How many bytes stand there now, in the text without escapes.
    let count: Int
  }

  /// What was done to one value.
  struct Edit {
    let offset: Int
    /// What was replaced in a text; empty where the value is masked whole.
    var replacements: Range<Int>
  }

  private(set) var edits: [Edit] = []
  private(set) var replacements: [Replacement] = []
  /// Whether the event is to stand for one that a filter left out.
  public var isStub = false

  /// No edits.
  public init() {}

  /// Whether nothing was done.
  public var isEmpty: Bool { edits.isEmpty }

  /// Starts over.
  public mutating func removeAll() {
    edits.removeAll(keepingCapacity: true)
    replacements.removeAll(keepingCapacity: true)
    isStub = false
  }

  /// The value that begins at `offset` is to be masked: it was replaced, or its member removed.
  public mutating func mask(valueAt offset: Int) {
    edits.append(Edit(offset: offset, replacements: replacements.count..<replacements.count))
  }

  /// Bytes of the string that begins at `offset` were replaced.
  ///
  /// `count` bytes stand in the place of those in `range`; both are of the text without escapes.
  /// What was replaced in one string is told in its order.
  public mutating func replace(_ range: Range<Int>, inTextAt offset: Int, by count: Int) {
    precondition(range.lowerBound >= 0 && count >= 0, "a text begins at 0")
    let replacement = Replacement(start: range.lowerBound, end: range.upperBound, count: count)
    let place = replacements.count
    replacements.append(replacement)
    if let last = edits.last, last.offset == offset, !last.replacements.isEmpty {
      precondition(
        replacements[place - 1].end <= replacement.start, "replacements of a text ascend")
      edits[edits.count - 1].replacements = last.replacements.lowerBound..<place + 1
    } else {
      edits.append(Edit(offset: offset, replacements: place..<place + 1))
    }
  }

  /// Puts the edits in the order of their values.
  mutating func sort() {
    for place in edits.indices.dropFirst()
    where edits[place - 1].offset > edits[place].offset {
      return edits.sort { $0.offset < $1.offset }
    }
  }

  /// The places of the edits of the value that begins at `offset`, after `sort`.
  func edits(at offset: Int) -> Range<Int> {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < edits.count, edits[end].offset == offset { end += 1 }
    return low..<end
  }
}
