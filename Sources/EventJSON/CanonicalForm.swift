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

  /// A writer that has room for a usual event.
  public init() {}

  /// Appends the canonical form of an event, whose top-level member `_kt` is left out.
  ///
  /// After a refusal `output` may hold a part of it behind what it held before.
  public mutating func append(
    event: Span<UInt8>, to output: inout Output
  ) throws(CanonicalRefusal) {
    try parse(event)
    guard tree.nodes[0].field.kind == .object else { throw .notObject }
    try object(0, event, leavingOutReceipt: true, to: &output)
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
    _ node: Int, _ line: Span<UInt8>, to output: inout Output
  ) throws(CanonicalRefusal) {
    let field = tree.nodes[node].field
    switch field.kind {
    case .object: try object(node, line, leavingOutReceipt: false, to: &output)
    case .array: try array(node, line, to: &output)
    case .number:
      try CanonicalNumber.append(line.extracting(field.start..<field.end), to: &output)
    case .escapedString:
      text.removeAll()
      StringEscapes.decode(line, field.start, field.end, into: &text)
      try Self.string(text.bytes, to: &output)
    case .string:
      // Without an escape it has nothing that needs one.
      output.append(.quote)
      output.append(line.extracting(field.start..<field.end))
      output.append(.quote)
    case .true, .false, .null: output.append(line.extracting(field.start..<field.end))
    case .absent: preconditionFailure("every node of a tree has a value")
    }
  }

  private mutating func array(
    _ node: Int, _ line: Span<UInt8>, to output: inout Output
  ) throws(CanonicalRefusal) {
    output.append(.openBracket)
    let end = tree.nodes[node].next
    var element = node + 1
    while element < end {
      if element > node + 1 { output.append(.comma) }
      try value(element, line, to: &output)
      element = tree.nodes[element].next
    }
    output.append(.closeBracket)
  }

  private mutating func object(
    _ node: Int, _ line: Span<UInt8>, leavingOutReceipt: Bool, to output: inout Output
  ) throws(CanonicalRefusal) {
    let base = order.count
    let end = tree.nodes[node].next
    var member = node + 1
    while member < end {
      order.append(member)
      member = tree.nodes[member + 1].next
    }
    try Self.sort(&order, from: base, by: tree, line)
    output.append(.openBrace)
    var isFirst = true
    for place in base..<order.count {
      let name = order[place]
      if leavingOutReceipt, tree.isName(name, "_kt", in: line) { continue }
      if !isFirst { output.append(.comma) }
      isFirst = false
      try append(name: name, line, to: &output)
      output.append(.colon)
      try value(name + 1, line, to: &output)
    }
    output.append(.closeBrace)
    order.removeLast(order.count - base)
  }

  private func append(
    name: Int, _ line: Span<UInt8>, to output: inout Output
  ) throws(CanonicalRefusal) {
    let field = tree.nodes[name].field
    if field.kind == .escapedString {
      return try Self.string(tree.names.bytes.extracting(field.start..<field.end), to: &output)
    }
    output.append(.quote)
    output.append(line.extracting(field.start..<field.end))
    output.append(.quote)
  }
}

extension CanonicalForm {
  /// Up to so many members are put in order where they stand; more are sorted by the standard
  /// library, which needs memory for it and does not slow down with the square of their number.
  private static var smallCount: Int { 32 }

  /// Sorts the names from `base` on, and refuses two that are equal.
  private static func sort(
    _ order: inout [Int], from base: Int, by tree: borrowing CanonicalTree, _ line: Span<UInt8>
  ) throws(CanonicalRefusal) {
    if order.count - base > smallCount {
      var names = Array(order[base...])
      sort(&names, by: tree, line)
      order.replaceSubrange(base..., with: names)
    } else {
      insertionSort(&order, from: base, by: tree, line)
    }
    var place = base + 1
    while place < order.count {
      if tree.compareNames(order[place - 1], order[place], in: line) == 0 { throw .duplicateKey }
      place += 1
    }
  }

  private static func insertionSort(
    _ order: inout [Int], from base: Int, by tree: borrowing CanonicalTree, _ line: Span<UInt8>
  ) {
    var place = base + 1
    while place < order.count {
      let name = order[place]
      var hole = place
      while hole > base, tree.compareNames(order[hole - 1], name, in: line) > 0 {
        order[hole] = order[hole - 1]
        hole -= 1
      }
      order[hole] = name
      place += 1
    }
  }

  private static func sort(
    _ names: inout [Int], by tree: borrowing CanonicalTree, _ line: Span<UInt8>
  ) {
    names.sort { tree.compareNames($0, $1, in: line) < 0 }
  }

  /// Appends an unescaped text as a string with its quotes.
  private static func string(
    _ text: Span<UInt8>, to output: inout Output
  ) throws(CanonicalRefusal) {
    output.append(.quote)
    var start = 0
    var offset = ByteScan.stringStop(in: text, from: 0)
    while offset < text.count {
      let byte = text[offset]
      if byte >= 0x80 {
        if byte == 0xED, Skip.byte(text, offset + 1) >= 0xA0 { throw .loneSurrogate }
        offset += 1
        // Characters of several bytes often stand side by side.
        if Skip.byte(text, offset) >= 0x80 { continue }
      } else {
        output.append(text.extracting(start..<offset))
        escape(byte, to: &output)
        offset += 1
        start = offset
      }
      offset = ByteScan.stringStop(in: text, from: offset)
    }
    output.append(text.extracting(start..<text.count))
    output.append(.quote)
  }

  private static func escape(_ byte: UInt8, to output: inout Output) {
    output.append(.backslash)
    switch byte {
    case 0x08: output.append(UInt8(ascii: "b"))
    case .tab: output.append(UInt8(ascii: "t"))
    case .newline: output.append(UInt8(ascii: "n"))
    case 0x0C: output.append(UInt8(ascii: "f"))
    case .carriageReturn: output.append(UInt8(ascii: "r"))
    case .quote, .backslash: output.append(byte)
    default:
      output.append("u00")
      output.append(hexadecimal: byte)
    }
  }
}
