import Bytes

/// A JSON text taken apart whole: its values in the order of the text, flat in one array that is
/// reused from text to text.
///
/// Behind an object stand its members, each a name and then its value; behind an array its
/// elements. `next` leads past all of them.
struct CanonicalTree: ~Copyable {
  /// A value, or the name of a member.
  struct Node {
    /// Where it stands in the text; an escaped name stands unescaped in `names` instead.
    var field: Field
    /// The number of the node behind this one and everything inside it.
    var next: Int
  }

  /// How deep containers may nest, the event being the first.
  static let maximumDepth = 128

  private(set) var nodes: [Node] = []
  /// The texts of the names that were spelled with escapes.
  private(set) var names = Output(capacity: 256)

  /// Takes `text` apart; it must be one value with nothing but white space around it.
  mutating func parse(_ text: Span<UInt8>) throws(JSONProblem) {
    nodes.removeAll(keepingCapacity: true)
    names.removeAll()
    let end = try value(text, at: Skip.whitespace(text, 0), depth: 0)
    let rest = Skip.whitespace(text, end)
    guard rest == text.count else { throw JSONProblem(.trailingBytes, at: rest) }
  }

  private mutating func value(
    _ text: Span<UInt8>, at start: Int, depth: Int
  ) throws(JSONProblem) -> Int {
    let first = Skip.byte(text, start)
    switch first {
    case .quote:
      let string = try Skip.string(text, at: start + 1)
      append(Field(string.isEscaped ? .escapedString : .string, start + 1, string.end - 1))
      return string.end
    case .openBrace: return try container(.object, text, at: start, depth: depth + 1)
    case .openBracket: return try container(.array, text, at: start, depth: depth + 1)
    default:
      let end = try Skip.value(text, at: start, depth: depth)
      append(Field(Lookup.kind(of: first), start, end))
      return end
    }
  }

  private mutating func append(_ field: Field) {
    nodes.append(Node(field: field, next: nodes.count + 1))
  }

  /// An object or an array whose bracket is at `start`.
  private mutating func container(
    _ kind: Field.Kind, _ text: Span<UInt8>, at start: Int, depth: Int
  ) throws(JSONProblem) -> Int {
    guard depth <= Self.maximumDepth else {
      throw JSONProblem(.tooDeep(limit: Self.maximumDepth), at: start)
    }
    let place = nodes.count
    append(.absent)
    let close: UInt8 = kind == .object ? .closeBrace : .closeBracket
    var offset = Skip.whitespace(text, start + 1)
    if Skip.byte(text, offset) != close {
      while true {
        if kind == .object { offset = try name(text, at: offset) }
        offset = Skip.whitespace(text, try value(text, at: offset, depth: depth))
        let byte = Skip.byte(text, offset)
        if byte == close { break }
        guard byte == .comma else {
          throw Skip.problem(
            kind == .object ? .expectedCommaOrBrace : .expectedCommaOrBracket, text, offset)
        }
        offset = Skip.whitespace(text, offset + 1)
      }
    }
    nodes[place] = Node(field: Field(kind, start, offset + 1), next: nodes.count)
    return offset + 1
  }

  /// A member's name and the colon behind it.
  private mutating func name(_ text: Span<UInt8>, at start: Int) throws(JSONProblem) -> Int {
    guard Skip.byte(text, start) == .quote else {
      throw Skip.problem(.expectedKey, text, start)
    }
    let string = try Skip.string(text, at: start + 1)
    if string.isEscaped {
      let place = names.count
      StringEscapes.decode(text, start + 1, string.end - 1, into: &names)
      append(Field(.escapedString, place, names.count))
    } else {
      append(Field(.string, start + 1, string.end - 1))
    }
    return try Skip.colon(text, string.end)
  }
}

// Names as texts, and their order.
extension CanonicalTree {
  /// Compares the names at two nodes by their UTF-16 code units (RFC 8785, section 3.2.3):
  /// negative, zero or positive.
  borrowing func compareNames(_ left: Int, _ right: Int, in text: Span<UInt8>) -> Int {
    let first = nodes[left].field
    let second = nodes[right].field
    let shared = min(first.end - first.start, second.end - second.start)
    for offset in 0..<shared {
      let one = byte(first, offset, text)
      let two = byte(second, offset, text)
      if one != two { return UTF16Order.rank(one) - UTF16Order.rank(two) }
    }
    return first.end - first.start - (second.end - second.start)
  }

  /// Whether the name at a node is this word.
  borrowing func isName(_ node: Int, _ word: StaticString, in text: Span<UInt8>) -> Bool {
    let name = nodes[node].field
    guard name.end - name.start == word.utf8CodeUnitCount else { return false }
    return name.kind == .escapedString
      ? ByteScan.hasWord(names.bytes, at: name.start, word)
      : ByteScan.hasWord(text, at: name.start, word)
  }

  private borrowing func byte(_ name: Field, _ offset: Int, _ text: Span<UInt8>) -> UInt8 {
    name.kind == .escapedString
      ? Skip.byte(names.bytes, name.start + offset) : Skip.byte(text, name.start + offset)
  }
}
