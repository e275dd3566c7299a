public import Bytes

/// Writes events in the canonical form kt-canon/1 (spec/integrity.md, section 2.1), whose bytes
/// are the same for every spelling of the same event.
///
/// RFC 8785 with exact integers: members sorted by UTF-16 code units, strings with as few escapes
/// as JSON allows, numbers as ECMAScript writes them, no white space. Made once and used for many
/// events; nothing is allocated for one but where an object with many members has to be sorted,
/// or a number is longer than fifteen digits.
public struct CanonicalForm: ~Copyable {
  private var tree = CanonicalTree()
  /// The names of the objects that are being written, the outermost one's first.
  private var order: [Int] = []
  private var text = Output(capacity: 1024)
  /// Where the values of the event stand that is being written, if anybody asked for it.
  private var notes: [CanonicalNode] = []
  private var isNoting = false
  /// Where what is being written begins in the output.
  private var origin = 0
  /// The name of the value that comes next, from its quote on; empty before an element.
  private var name = 0..<0
  /// The value of the last event's top-level member `_kt`, in its line; absent where it has none.
  public private(set) var receipt = Field.absent

  /// A writer that has room for a usual event.
  public init() {}

  /// Appends the canonical form of an event, whose top-level member `_kt` is left out.
  ///
  /// After a refusal `output` may hold a part of it behind what it held before.
  public mutating func append(
    event: Span<UInt8>, to output: inout Output
  ) throws(CanonicalRefusal) {
    receipt = .absent
    try parse(event)
    guard tree.nodes[0].field.kind == .object else { throw .notObject }
    try value(0, event, isEvent: true, to: &output)
  }

  /// Appends the canonical form of an event as `append(event:to:)` does, and puts into `nodes`,
  /// in place of what stood there, where each of its values stands.
  ///
  /// The event itself comes first. After a refusal `nodes` is of no use.
  public mutating func append(
    event: Span<UInt8>, to output: inout Output, noting nodes: inout [CanonicalNode]
  ) throws(CanonicalRefusal) {
    beginNoting(&nodes, output.count)
    defer { endNoting(&nodes) }
    try append(event: event, to: &output)
  }

  /// Appends the canonical form of any one JSON text, and puts into `nodes` where each value of it
  /// stands.
  public mutating func append(
    value text: Span<UInt8>, to output: inout Output, noting nodes: inout [CanonicalNode]
  ) throws(CanonicalRefusal) {
    beginNoting(&nodes, output.count)
    defer { endNoting(&nodes) }
    try append(value: text, to: &output)
  }

  private mutating func beginNoting(_ nodes: inout [CanonicalNode], _ start: Int) {
    swap(&notes, &nodes)
    notes.removeAll(keepingCapacity: true)
    isNoting = true
    origin = start
    name = 0..<0
  }

  private mutating func endNoting(_ nodes: inout [CanonicalNode]) {
    swap(&notes, &nodes)
    isNoting = false
  }

  /// Appends the canonical form of any one JSON text.
  ///
  /// After a refusal `output` may hold a part of it behind what it held before.
  public mutating func append(
    value text: Span<UInt8>, to output: inout Output
  ) throws(CanonicalRefusal) {
    try parse(text)
    try value(0, text, to: &output)
  }

  private mutating func parse(_ text: Span<UInt8>) throws(CanonicalRefusal) {
    order.removeAll(keepingCapacity: true)
    do throws(JSONProblem) {
      try tree.parse(text)
    } catch {
      guard UTF8Sequence.areWellFormed(text) else { throw .notUTF8 }
      if case .tooDeep = error.kind { throw .tooDeep }
      throw .notJSON
    }
  }

  private mutating func value(
    _ node: Int, _ line: Span<UInt8>, isEvent: Bool = false, to output: inout Output
  ) throws(CanonicalRefusal) {
    let field = tree.nodes[node].field
    guard isNoting else {
      _ = try write(field, node, line, isEvent: isEvent, to: &output)
      return
    }
    let place = notes.count
    let start = output.count - origin
    notes.append(CanonicalNode(field, name: name, start: start))
    let content = try write(field, node, line, isEvent: isEvent, to: &output)
    notes[place].close(content, end: output.count - origin, next: notes.count)
  }

  /// Writes a value and gives what a note has to say of it.
  @inline(__always)
  private mutating func write(
    _ field: Field, _ node: Int, _ line: Span<UInt8>, isEvent: Bool, to output: inout Output
  ) throws(CanonicalRefusal) -> CanonicalNode.Content {
    switch field.kind {
    case .object:
      return .children(try object(node, line, leavingOutReceipt: isEvent, to: &output))
    case .array: return .children(try array(node, line, to: &output))
    case .number:
      try CanonicalNumber.append(line.extracting(field.start..<field.end), to: &output)
    case .escapedString:
      if Self.needsEveryEscape(line.extracting(field.start..<field.end)) {
        Self.copy(field, line, to: &output)
        return .escapedString
      }
      text.removeAll()
      StringEscapes.decode(line, field.start, field.end, into: &text)
      return try Self.string(text.bytes, to: &output) ? .escapedString : .plain
    case .string:
      // Without an escape it has nothing that needs one.
      Self.copy(field, line, to: &output)
    case .true, .false, .null: output.append(line.extracting(field.start..<field.end))
    case .absent: preconditionFailure("every node of a tree has a value")
    }
    return .plain
  }

  private mutating func array(
    _ node: Int, _ line: Span<UInt8>, to output: inout Output
  ) throws(CanonicalRefusal) -> Int {
    output.append(.openBracket)
    let end = tree.nodes[node].next
    var element = node + 1
    var count = 0
    while element < end {
      if count > 0 { output.append(.comma) }
      if isNoting { name = 0..<0 }
      try value(element, line, to: &output)
      element = tree.nodes[element].next
      count += 1
    }
    output.append(.closeBracket)
    return count
  }

  private mutating func object(
    _ node: Int, _ line: Span<UInt8>, leavingOutReceipt: Bool, to output: inout Output
  ) throws(CanonicalRefusal) -> Int {
    let base = order.count
    let end = tree.nodes[node].next
    var member = node + 1
    while member < end {
      order.append(member)
      member = tree.nodes[member + 1].next
    }
    try Self.sort(&order, from: base, by: tree, line)
    output.append(.openBrace)
    var count = 0
    for place in base..<order.count {
      let member = order[place]
      if leavingOutReceipt, tree.isName(member, "_kt", in: line) {
        receipt = tree.nodes[member + 1].field
        try refuse(member + 1, line, by: &output)
        continue
      }
      if count > 0 { output.append(.comma) }
      count += 1
      let start = output.count
      try append(name: member, line, to: &output)
      if isNoting { name = start - origin..<output.count - origin }
      output.append(.colon)
      try value(member + 1, line, to: &output)
    }
    output.append(.closeBrace)
    order.removeLast(order.count - base)
    return count
  }

  /// Refuses what has no canonical form, though it is left out: a line is refused whole.
  private mutating func refuse(
    _ node: Int, _ line: Span<UInt8>, by output: inout Output
  ) throws(CanonicalRefusal) {
    let start = output.count
    let isNoting = isNoting
    self.isNoting = false
    defer { self.isNoting = isNoting }
    try value(node, line, to: &output)
    output.truncate(to: start)
  }

  private func append(
    name: Int, _ line: Span<UInt8>, to output: inout Output
  ) throws(CanonicalRefusal) {
    let field = tree.nodes[name].field
    if field.kind == .escapedString {
      _ = try Self.string(tree.names.bytes.extracting(field.start..<field.end), to: &output)
      return
    }
    Self.copy(field, line, to: &output)
  }
}
