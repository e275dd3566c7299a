import Bytes
import Digests
import EventJSON

/// Writes the tokens of `open` for a mask that hides more than the last one did, out of the tokens
/// for that one: seeds of what is hidden become hashes (spec/integrity.md, section 2.4).
struct OpeningWriter: ~Copyable {
  /// What opens a value or a range of values before.
  private enum Source {
    /// All of it is visible, and this is its seed.
    case seed(Digest128)
    /// The tokens that come next.
    case tokens
  }

  private var opened = OpenedCommitment()

  /// Appends the tokens of an event.
  ///
  /// - Parameters:
  ///   - tree: its values and what was masked of them, by `mask`.
  ///   - plan: what is masked of them now.
  ///   - bytes: its canonical form.
  ///   - opening: its tokens before.
  mutating func append(
    _ tree: borrowing MaskedTree, _ mask: borrowing Mask, _ plan: borrowing MaskPlan,
    _ bytes: Span<UInt8>, _ opening: Span<UInt8>, to output: inout Output
  ) throws(ReceiptRefusal) {
    opened.begin()
    try append(0, .tokens, tree, mask, plan, bytes, opening, to: &output)
    guard opened.offset == opening.count else { throw .open }
  }

  private mutating func append(
    _ node: Int, _ before: Source, _ tree: borrowing MaskedTree, _ mask: borrowing Mask,
    _ plan: borrowing MaskPlan, _ bytes: Span<UInt8>, _ opening: Span<UInt8>,
    to output: inout Output
  ) throws(ReceiptRefusal) {
    let source = try source(before, isVisible: tree.marks[node].display == .visible, opening)
    switch plan.marks[node].display {
    case .visible: try append(source, to: &output)
    case .masked:
      switch source {
      case .seed(let seed):
        output.append(opened.commitment.commit(node, seed, bytes, tree.nodes.span))
      case .tokens: output.append(try opened.commit(node, tree, mask, bytes, opening))
      }
    case .mixed where tree.nodes[node].isString:
      try opened.text.read(
        tree.nodes[node], bytes, zones: mask.zones[tree.marks[node].zones],
        limit: opened.room(opening))
      let segments = 0..<opened.text.segments.count
      try append(segments, of: node, source, plan, opening, to: &output)
    case .mixed:
      _ = try appendChildren(
        tree.nodes[node].childCount, from: node + 1, source, tree, mask, plan, bytes, opening,
        to: &output)
    }
  }

  private mutating func appendChildren(
    _ count: Int, from first: Int, _ before: Source, _ tree: borrowing MaskedTree,
    _ mask: borrowing Mask, _ plan: borrowing MaskPlan, _ bytes: Span<UInt8>,
    _ opening: Span<UInt8>, to output: inout Output
  ) throws(ReceiptRefusal) -> Int {
    if count == 1 {
      try append(first, before, tree, mask, plan, bytes, opening, to: &output)
      return tree.nodes[first].next
    }
    let source = try source(before, isVisible: tree.areVisible(count, from: first), opening)
    if plan.areVisible(count, from: first, tree) {
      try append(source, to: &output)
      return node(behind: count, from: first, tree)
    }
    let halves = halves(source)
    let left = SeedTree.leftCount(of: count)
    let middle = try appendChildren(
      left, from: first, halves.left, tree, mask, plan, bytes, opening, to: &output)
    return try appendChildren(
      count - left, from: middle, halves.right, tree, mask, plan, bytes, opening, to: &output)
  }

  private mutating func append(
    _ segments: Range<Int>, of node: Int, _ before: Source, _ plan: borrowing MaskPlan,
    _ opening: Span<UInt8>, to output: inout Output
  ) throws(ReceiptRefusal) {
    let source = try source(before, isVisible: opened.text.areVisible(segments), opening)
    if plan.areVisible(segments: segments, of: node) { return try append(source, to: &output) }
    if segments.count == 1 {
      switch source {
      case .seed(let seed):
        output.append(opened.commit(segment: segments.lowerBound, seed))
      case .tokens: output.append(try opened.hash(opening))
      }
      return
    }
    let halves = halves(source)
    let middle = segments.lowerBound + SeedTree.leftCount(of: segments.count)
    try append(
      segments.lowerBound..<middle, of: node, halves.left, plan, opening, to: &output)
    try append(
      middle..<segments.upperBound, of: node, halves.right, plan, opening, to: &output)
  }
}

extension OpeningWriter {
  /// The seed of what was visible before, read where it is the next token.
  private mutating func source(
    _ before: Source, isVisible: Bool, _ opening: Span<UInt8>
  ) throws(ReceiptRefusal) -> Source {
    guard case .tokens = before, isVisible else { return before }
    return .seed(try opened.seed(opening))
  }

  /// Appends the seed of what stays visible.
  private func append(_ source: Source, to output: inout Output) throws(ReceiptRefusal) {
    guard case .seed(let seed) = source else {
      preconditionFailure("what is visible was visible before")
    }
    output.append(seed)
  }

  private mutating func halves(_ source: Source) -> (left: Source, right: Source) {
    guard case .seed(let seed) = source else { return (.tokens, .tokens) }
    let halves = opened.commitment.split(seed)
    return (.seed(halves.leading), .seed(halves.trailing))
  }

  private func node(behind count: Int, from first: Int, _ tree: borrowing MaskedTree) -> Int {
    var node = first
    for _ in 0..<count { node = tree.nodes[node].next }
    return node
  }
}
