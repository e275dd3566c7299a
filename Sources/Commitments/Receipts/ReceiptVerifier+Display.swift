import Bytes
public import EventJSON

/// How much of a value an event shows so that it is proven.
public enum ValueDisplay: UInt8, Sendable {
  /// All of it.
  case visible
  /// A part: others inside it are masked.
  case mixed
  /// Nothing: what stands there, if anything, is anybody's word.
  case masked
}

extension ReceiptVerifier {
  /// How much of the value that begins at `offset` of the last line is proven.
  ///
  /// The offset is one as a `Field` has it, a string's behind its quote. Nil where no value of the
  /// event begins there.
  public func display(ofValueAt offset: Int) -> ValueDisplay? {
    for node in reader.tree.nodes.indices where reader.tree.nodes[node].kind != .absent {
      let source = reader.tree.nodes[node].source
      let display = reader.tree.marks[node].display
      if source.lowerBound == offset { return display }
      if display == .masked, source.contains(offset) { return .masked }
    }
    return nil
  }

  /// How much of the value that these names lead to is proven; nil where there is none.
  ///
  /// Below a masked value everything is masked, whether it is there or not, and so is a member that
  /// the last line does not show but its receipt names.
  public func display(at path: [[UInt8]]) -> ValueDisplay? {
    var node = 0
    for name in path {
      if reader.tree.marks[node].display == .masked { return .masked }
      guard let member = member(name, of: node) else { return nil }
      node = member
    }
    return reader.tree.marks[node].display
  }

  /// Whether anything on a path of the last line, or below it, is masked.
  ///
  /// That an object has no member of a name is proven, as its names are.
  public func isHidden(_ path: FieldPath) -> Bool { isHidden(path.segments[...], below: 0) }

  private func isHidden(_ path: ArraySlice<FieldPath.Segment>, below node: Int) -> Bool {
    let display = reader.tree.marks[node].display
    guard display == .mixed, let segment = path.first else { return display != .visible }
    switch segment {
    case .member(let name):
      guard let member = member(name, of: node) else { return false }
      return isHidden(path.dropFirst(), below: member)
    case .elements:
      guard reader.tree.nodes[node].kind == .array else { return false }
      let end = reader.tree.nodes[node].next
      var element = node + 1
      while element < end {
        if isHidden(path.dropFirst(), below: element) { return true }
        element = reader.tree.nodes[element].next
      }
      return false
    }
  }

  private func member(_ name: [UInt8], of object: Int) -> Int? {
    guard reader.tree.nodes[object].kind == .object else { return nil }
    let end = reader.tree.nodes[object].next
    var member = object + 1
    while member < end {
      if isName(reader.tree.nodes[member].name, name) { return member }
      member = reader.tree.nodes[member].next
    }
    return nil
  }

  private func isName(_ string: Range<Int>, _ name: [UInt8]) -> Bool {
    let inside = reader.canonical.bytes.extracting(string.lowerBound + 1..<string.upperBound - 1)
    guard ByteScan.firstIndex(of: .backslash, in: inside, from: 0) != nil else {
      return ByteScan.equal(inside, 0, inside.count, name.span)
    }
    var text = Output(capacity: inside.count)
    StringEscapes.decode(inside, 0, inside.count, into: &text)
    return ByteScan.equal(text.bytes, 0, text.count, name.span)
  }
}
