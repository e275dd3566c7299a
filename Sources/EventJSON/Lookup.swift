import Bytes

/// Which element of which array the scan is in: the outermost ones.
private struct Position {
  /// The element's number, or -1 outside of arrays.
  var element = -1
  /// The offset of the array's bracket.
  var array = 0
}

/// Validates a line and finds the values that were asked for, in one pass.
///
/// The line must be one JSON object with nothing but white space around it. Every byte is
/// checked (spec/events.md, "Lossless contract"); what nobody asked for is only stepped over.
public struct Lookup: Sendable {
  private let tree: LookupTree
  private let slotCount: Int

  init(_ tree: LookupTree, slotCount: Int) {
    self.tree = tree
    self.slotCount = slotCount
  }

  /// An empty table that fits this lookup.
  public func makeTable() -> FieldTable {
    FieldTable(slotCount: slotCount, nodeCount: tree.nodes.count)
  }

  /// Checks `line` and fills `table`; throws what is wrong with it, and where.
  public func scan(_ line: Span<UInt8>, into table: inout FieldTable) throws(JSONProblem) {
    table.clear()
    let start = Skip.whitespace(line, 0)
    guard Skip.byte(line, start) == .openBrace else {
      let isArray = Skip.byte(line, start) == .openBracket
      throw Skip.problem(isArray ? .arrayInsteadOfEvent : .expectedObject, line, start)
    }
    let end = try object(
      line, at: start, node: LookupTree.root, depth: 1, in: Position(), into: &table)
    let rest = Skip.whitespace(line, end)
    guard rest == line.count else { throw JSONProblem(.trailingBytes, at: rest) }
  }

  /// An object of whose members some were asked for.
  private func object(
    _ line: Span<UInt8>, at start: Int, node: Int, depth: Int, in position: Position,
    into table: inout FieldTable
  ) throws(JSONProblem) -> Int {
    var offset = Skip.whitespace(line, start + 1)
    if Skip.byte(line, offset) == .closeBrace { return offset + 1 }
    let object = table.nextObject()
    while true {
      guard Skip.byte(line, offset) == .quote else {
        throw Skip.problem(.expectedKey, line, offset)
      }
      let key = offset + 1
      let keyEnd = try Skip.string(line, at: key)
      let child =
        keyEnd.isEscaped
        ? escapedChild(of: node, line, key, keyEnd.end - 1)
        : tree.child(of: node, named: line, key, keyEnd.end - 1)
      offset = try Skip.colon(line, keyEnd.end)
      if child < 0 {
        offset = try Skip.value(line, at: offset, depth: depth)
      } else {
        if !table.note(child, in: object), tree.nodes[child].refusesDuplicates {
          throw JSONProblem(.duplicateMember, at: key - 1)
        }
        offset = try member(
          line, at: offset, node: child, depth: depth, in: position, into: &table)
      }
      offset = Skip.whitespace(line, offset)
      switch Skip.byte(line, offset) {
      case .comma: offset = Skip.whitespace(line, offset + 1)
      case .closeBrace: return offset + 1
      default: throw Skip.problem(.expectedCommaOrBrace, line, offset)
      }
    }
  }

  /// A value that was asked for, or that leads to one.
  private func member(
    _ line: Span<UInt8>, at start: Int, node: Int, depth: Int, in position: Position,
    into table: inout FieldTable
  ) throws(JSONProblem) -> Int {
    var field = Field.absent
    let end: Int
    switch Skip.byte(line, start) {
    case .quote:
      let string = try Skip.string(line, at: start + 1)
      end = string.end
      field = Field(string.isEscaped ? .escapedString : .string, start + 1, end - 1)
    case .openBrace:
      guard depth < Skip.maximumDepth else {
        throw JSONProblem(.tooDeep(limit: Skip.maximumDepth), at: start)
      }
      end = try object(
        line, at: start, node: node, depth: depth + 1, in: position, into: &table)
      field = Field(.object, start, end)
    case .openBracket:
      end = try array(line, at: start, node: node, depth: depth, in: position, into: &table)
      field = Field(.array, start, end)
    default:
      end = try Skip.value(line, at: start, depth: depth)
      field = Field(Self.kind(of: Skip.byte(line, start)), start, end)
    }
    let slot = tree.nodes[node].slot
    if slot >= 0 {
      table.record(field, slot: slot, element: position.element, array: position.array)
    }
    return end
  }

  /// An array, of whose elements some may have been asked for.
  private func array(
    _ line: Span<UInt8>, at start: Int, node: Int, depth: Int, in outer: Position,
    into table: inout FieldTable
  ) throws(JSONProblem) -> Int {
    let elements = tree.nodes[node].elements
    guard elements >= 0 else { return try Skip.array(line, at: start, depth: depth + 1) }
    guard depth < Skip.maximumDepth else {
      throw JSONProblem(.tooDeep(limit: Skip.maximumDepth), at: start)
    }
    var offset = Skip.whitespace(line, start + 1)
    if Skip.byte(line, offset) == .closeBracket { return offset + 1 }
    var index = 0
    while true {
      offset = try member(
        line, at: offset, node: elements, depth: depth + 1,
        in: outer.element < 0 ? Position(element: index, array: start) : outer, into: &table)
      index += 1
      offset = Skip.whitespace(line, offset)
      switch Skip.byte(line, offset) {
      case .comma: offset = Skip.whitespace(line, offset + 1)
      case .closeBracket: return offset + 1
      default: throw Skip.problem(.expectedCommaOrBracket, line, offset)
      }
    }
  }

  /// The child whose name is spelled with escapes: rare, so it is decoded into a new block.
  private func escapedChild(
    of node: Int, _ line: Span<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    var name = Output(capacity: end - start + 1)
    StringEscapes.decode(line, start, end, into: &name)
    return tree.child(of: node, named: name.bytes, 0, name.count)
  }

  /// The kind of a valid value that is neither string nor container, by its first byte.
  static func kind(of first: UInt8) -> Field.Kind {
    switch first {
    case UInt8(ascii: "t"): .true
    case UInt8(ascii: "f"): .false
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }
}
