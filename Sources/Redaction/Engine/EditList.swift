import Bytes
import EventJSON

/// What is to change in one line: parts of it, and what takes their place.
///
/// Invariant: no edit overlaps another once `settle` has run.
struct EditList: ~Copyable {
  /// A part of the line that is replaced.
  private struct Edit {
    var start: Int
    var end: Int
    /// Where its new bytes stand in `text`; nothing where the part goes.
    let text: Range<Int>
    /// Whether the whole member or element goes, and with it a comma.
    let isRemoval: Bool
  }

  private var edits: [Edit] = []
  /// How many edits stand in order; those that came later stand behind them.
  private var orderedCount = 0
  /// The new bytes of all edits.
  private var text = Output(capacity: 16 * 1024)

  init() { edits.reserveCapacity(32) }

  /// Whether nothing changes.
  var isEmpty: Bool { edits.isEmpty }

  /// Forgets all edits and keeps the room.
  mutating func removeAll() {
    edits.removeAll(keepingCapacity: true)
    orderedCount = 0
    text.removeAll()
  }

  /// Replaces a value, quotes and all, by what `body` writes.
  mutating func replace(_ value: Field, by body: (inout Output) -> Void) {
    let before = text.count
    body(&text)
    let start = value.isString ? value.start - 1 : value.start
    let end = value.isString ? value.end + 1 : value.end
    edits.append(Edit(start: start, end: end, text: before..<text.count, isRemoval: false))
  }

  /// Takes a value out, with its name where it is a member.
  mutating func remove(_ value: Field, named name: Field) {
    let start = value.isString ? value.start - 1 : value.start
    let end = value.isString ? value.end + 1 : value.end
    edits.append(
      Edit(
        start: name.kind == .absent ? start : name.start - 1, end: end,
        text: text.count..<text.count, isRemoval: true))
  }

  /// Puts the edits in the order of the line, which `touches` needs.
  mutating func order() {
    SmallSort.sort(&edits, by: Self.precedes)
    orderedCount = edits.count
  }

  /// Whether any edit lies inside a value, or around it.
  func touches(_ value: Field) -> Bool {
    let index = firstEdit(endingBehind: value.start)
    return index < orderedCount && edits[index].start < value.end
  }

  /// Hands each part of the line that no edit is about to `body`, once they are in order.
  func eachKeptPart(of line: Span<UInt8>, _ body: (Range<Int>) -> Void) {
    var start = 0
    for index in 0..<orderedCount {
      if edits[index].start > start { body(start..<edits[index].start) }
      start = max(start, edits[index].end)
    }
    if start < line.count { body(start..<line.count) }
  }

  private func firstEdit(endingBehind start: Int) -> Int {
    var low = 0
    var high = orderedCount
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].end <= start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Appends the text of the string that takes a value's place; false where that is no string.
  func decodeReplacement(of value: Field, into output: inout Output) -> Bool {
    let start = value.isString ? value.start - 1 : value.start
    let index = firstEdit(endingBehind: start)
    guard index < orderedCount, edits[index].start == start, !edits[index].isRemoval else {
      return false
    }
    let new = edits[index].text
    guard !new.isEmpty, text.bytes[new.lowerBound] == .quote else { return false }
    StringEscapes.decode(text.bytes, new.lowerBound + 1, new.upperBound - 1, into: &output)
    return true
  }

  /// Appends the line with all edits made.
  mutating func apply(to line: Span<UInt8>, into output: inout Output) {
    settle(line)
    var cursor = 0
    for index in edits.indices {
      output.append(line.extracting(cursor..<edits[index].start))
      output.append(text.bytes.extracting(edits[index].text))
      cursor = edits[index].end
    }
    output.append(line.extracting(cursor..<line.count))
  }

  /// Puts the edits in order, drops those inside others, and widens removals by their commas.
  private mutating func settle(_ line: Span<UInt8>) {
    order()
    var kept = 0
    for index in edits.indices {
      if kept > 0, edits[index].start < edits[kept - 1].end { continue }
      edits[kept] = edits[index]
      kept += 1
      if edits[kept - 1].isRemoval { kept = widen(kept - 1, line) + 1 }
    }
    edits.removeSubrange(kept...)
    orderedCount = edits.count
  }

  /// Takes the comma behind a removed member along, or where there is none the one before it;
  /// gives the number of the edit, which may have taken earlier removals in.
  private mutating func widen(_ index: Int, _ line: Span<UInt8>) -> Int {
    let behind = Self.skipSpace(line, edits[index].end)
    if ByteScan.byte(line, behind) == .comma {
      edits[index].end = Self.skipSpace(line, behind + 1)
      return index
    }
    var index = index
    var start = edits[index].start
    while true {
      while start > 0, line[start - 1] <= .space { start -= 1 }
      guard index > 0, edits[index - 1].isRemoval, edits[index - 1].end >= start else { break }
      // The comma before went with the member before.
      start = edits[index - 1].start
      edits[index - 1].end = edits[index].end
      index -= 1
    }
    if start > 0, line[start - 1] == .comma { edits[index].start = start - 1 }
    return index
  }

  private static func skipSpace(_ line: Span<UInt8>, _ start: Int) -> Int {
    var offset = start
    while offset < line.count, line[offset] <= .space { offset += 1 }
    return offset
  }

  /// By start, the longer one first.
  private static func precedes(_ one: Edit, _ other: Edit) -> Bool {
    one.start != other.start ? one.start < other.start : one.end > other.end
  }
}
