import Bytes
import EventJSON

/// What is masked of an event after it was edited.
///
/// That is all that was masked before, and what the edits touched, widened to whole segments.
/// Reused from event to event.
struct MaskPlan: ~Copyable {
  /// What becomes of a value.
  struct Mark {
    var display = ValueDisplay.visible
    /// The zones of a text in what is shown now.
    var zones = 0..<0
    /// For each segment of a text whether it is masked.
    var segments = 0..<0
  }

  private(set) var marks: [Mark] = []
  private(set) var zones: [MaskZone] = []
  private(set) var isMasked: [Bool] = []
  private var text = MaskedText()

  /// Makes the plan for the values of `tree`.
  ///
  /// - Parameter room: how many masked segments there are at most before the edits.
  mutating func make(
    _ tree: borrowing MaskedTree, _ mask: borrowing Mask, _ bytes: Span<UInt8>,
    _ edits: borrowing ReceiptEdits, room: Int
  ) throws(ReceiptRefusal) {
    marks.removeAll(keepingCapacity: true)
    zones.removeAll(keepingCapacity: true)
    isMasked.removeAll(keepingCapacity: true)
    var found = 0
    for node in tree.nodes.indices {
      marks.append(Mark())
      guard tree.marks[node].display != .masked else {
        marks[node].display = .masked
        continue
      }
      let touched = edits.edits(at: tree.nodes[node].source.lowerBound)
      found += touched.count
      try addMark(node, touched, tree, mask, bytes, edits, room)
    }
    if found < edits.edits.count { try Self.checkHidden(tree, edits) }
    mixContainers(tree)
  }

  private mutating func addMark(
    _ node: Int, _ touched: Range<Int>, _ tree: borrowing MaskedTree, _ mask: borrowing Mask,
    _ bytes: Span<UInt8>, _ edits: borrowing ReceiptEdits, _ room: Int
  ) throws(ReceiptRefusal) {
    for edit in touched where edits.edits[edit].replacements.isEmpty {
      marks[node].display = .masked
      return
    }
    guard !touched.isEmpty || tree.marks[node].display == .mixed, tree.nodes[node].isString else {
      guard touched.isEmpty else { throw .edit }
      return
    }
    guard touched.count <= 1 else { throw .edit }
    try text.read(tree.nodes[node], bytes, zones: mask.zones[tree.marks[node].zones], limit: room)
    let replaced = touched.isEmpty ? 0..<0 : edits.edits[touched.lowerBound].replacements
    var first = 0
    for place in replaced {
      try maskSegments(touchedBy: edits.replacements[place], from: &first)
    }
    guard !text.segments.allSatisfy(\.isMasked) else {
      marks[node].display = .masked
      return
    }
    marks[node].display = .mixed
    addZones(node, edits.replacements[replaced])
  }

  /// Masks the segments that share a byte with what was replaced, or that something was put into.
  ///
  /// - Parameter first: from which segment on to look; that of the last replacement.
  private mutating func maskSegments(
    touchedBy replacement: ReceiptEdits.Replacement, from first: inout Int
  ) throws(ReceiptRefusal) {
    let count = text.segments.count
    guard replacement.end <= text.text.count else { throw .edit }
    while first < count, text.segments[first].end <= replacement.start { first += 1 }
    // What is put behind the last segment is put into it.
    if first == count, count > 0 { return text.mask(count - 1) }
    let isInsertion = replacement.start == replacement.end
    var number = first
    while number < count,
      text.segments[number].start < replacement.end
        || isInsertion && text.segments[number].start == replacement.start
    {
      text.mask(number)
      number += 1
    }
  }

  /// Adds the zones of a text as it is shown now, and which of its segments are masked.
  private mutating func addZones(
    _ node: Int, _ replacements: ArraySlice<ReceiptEdits.Replacement>
  ) {
    let firstZone = zones.count
    let firstSegment = isMasked.count
    var shift = 0
    var place = replacements.startIndex
    for segment in text.segments {
      isMasked.append(segment.isMasked)
      guard segment.isMasked else { continue }
      if isMasked.count - 1 == firstSegment || !isMasked[isMasked.count - 2] {
        zones.append(MaskZone(start: segment.start + shift, end: 0, count: 0))
      }
      while place < replacements.endIndex, replacements[place].start <= segment.end {
        let replaced = replacements[place]
        shift += replaced.count - (replaced.end - replaced.start)
        place += 1
      }
      zones[zones.count - 1].end = segment.end + shift
      zones[zones.count - 1].count += 1
    }
    marks[node].zones = firstZone..<zones.count
    marks[node].segments = firstSegment..<isMasked.count
  }

  /// Edits that were not found must be of what is masked whole already.
  private static func checkHidden(
    _ tree: borrowing MaskedTree, _ edits: borrowing ReceiptEdits
  ) throws(ReceiptRefusal) {
    for edit in edits.edits {
      let isKnown = tree.nodes.indices.contains { node in
        let source = tree.nodes[node].source
        return source.lowerBound == edit.offset
          || tree.marks[node].display == .masked && source.contains(edit.offset)
      }
      guard isKnown else { throw .edit }
    }
  }

  /// A container that is not masked but has something masked in it is mixed.
  private mutating func mixContainers(_ tree: borrowing MaskedTree) {
    for node in tree.nodes.indices.reversed() where marks[node].display == .visible {
      guard !areVisible(tree.nodes[node].childCount, from: node + 1, tree) else { continue }
      marks[node].display = .mixed
    }
  }

  /// Whether all of `count` values that stand side by side is visible, the first one at a node.
  func areVisible(_ count: Int, from first: Int, _ tree: borrowing MaskedTree) -> Bool {
    var node = first
    for _ in 0..<count {
      if marks[node].display != .visible { return false }
      node = tree.nodes[node].next
    }
    return true
  }

  /// Whether none of some segments of a text is masked.
  func areVisible(segments: Range<Int>, of node: Int) -> Bool {
    let first = marks[node].segments.lowerBound
    for segment in segments where isMasked[first + segment] { return false }
    return true
  }
}
