import Bytes
import EventJSON

/// Values of an event by their JSON pointers, and whether a receipt masks them.
///
/// Both are read in a lookup's one pass: the mask of a receipt is an object whose members are named
/// by pointers (spec/integrity.md, section 2.4), so that each pointer to a value, or to what it
/// stands in, is one more path. Only what stands in an array is walked to.
struct PointedValues: Sendable {
  /// One of the values; it holds numbers only, so that to look at it costs nothing.
  struct Value: Sendable {
    /// Where a lookup's table has the value, or what it stands in.
    let slot: Int
    /// Its masks; the last one is the one of just this value.
    fileprivate let masks: Range<Int>
    /// The number of the pointer, and of the steps down from the slot.
    fileprivate let number: Int
    fileprivate let isInside: Bool
  }

  /// The slots of the members of a receipt's mask.
  private var masks: [Int] = []
  private var pointers: [String] = []
  /// For each value the steps down from its slot, the first one into an array unless an object has
  /// such a name.
  private var steps: [[[UInt8]]] = []

  /// Adds the value to which unescaped names lead.
  mutating func add(_ names: [[UInt8]], in builder: inout LookupBuilder) -> Value {
    var ways: [[UInt8]] = [[]]
    for name in names { ways.append(ways[ways.count - 1] + Self.escaped(name)) }
    let receipt = [Array("_kt".utf8), Array("mask".utf8)]
    let first = masks.count
    for way in ways {
      masks.append(builder.slot(for: FieldPath(segments: (receipt + [way]).map { .member($0) })))
    }
    // The event itself has members only, whatever their names.
    let count = max(names.firstIndex { DecimalNumber.value($0.span) != nil } ?? names.count, 1)
    let slot = builder.slot(for: FieldPath(segments: names[..<count].map { .member($0) }))
    pointers.append(String(decoding: ways[ways.count - 1], as: UTF8.self))
    steps.append(Array(names[count...]))
    return Value(
      slot: slot, masks: first..<masks.count, number: pointers.count - 1,
      isInside: count < names.count)
  }

  /// The pointer of a value (RFC 6901).
  func pointer(of value: Value) -> String { pointers[value.number] }

  /// Whether the event's receipt masks a value, a part of it, or what it stands in.
  func isMasked(_ value: Value, _ table: FieldTable) -> Bool {
    for mask in value.masks where table[masks[mask]].kind != .absent { return true }
    return false
  }

  /// Whether the event's receipt masks just this value, or a part of it.
  func isMaskedItself(_ value: Value, _ table: FieldTable) -> Bool {
    table[masks[value.masks.upperBound - 1]].kind != .absent
  }

  /// Where a value stands, or absent; throws where a member on the way stands twice.
  func find(
    _ value: Value, in line: Span<UInt8>, _ table: FieldTable
  ) throws(JSONProblem) -> Field {
    var field = table[value.slot]
    guard value.isInside else { return field }
    for name in steps[value.number] { field = try Self.step(from: field, to: name, line) }
    return field
  }

  private static func step(
    from value: Field, to name: [UInt8], _ line: Span<UInt8>
  ) throws(JSONProblem) -> Field {
    if value.kind == .array, let number = DecimalNumber.value(name.span) {
      var elements = ElementIterator(line, value)
      for _ in 0..<number where elements.next(line) == nil { return .absent }
      return elements.next(line) ?? .absent
    }
    guard value.kind == .object else { return .absent }
    var found = Field.absent
    var members = MemberIterator(line, value)
    while let (key, member) = members.next(line) {
      guard isName(key, name, line) else { continue }
      guard found.kind == .absent else { throw JSONProblem(.duplicateMember, at: key.start - 1) }
      found = member
    }
    return found
  }

  private static func isName(_ key: Field, _ name: [UInt8], _ line: Span<UInt8>) -> Bool {
    guard key.kind == .escapedString else {
      return ByteScan.equal(line, key.start, key.end - key.start, name.span)
    }
    var decoded = Output(capacity: key.end - key.start)
    StringEscapes.decode(line, key.start, key.end, into: &decoded)
    return ByteScan.equal(decoded.bytes, 0, decoded.count, name.span)
  }

  /// A slash and a name as pointers have it.
  private static func escaped(_ name: [UInt8]) -> [UInt8] {
    var escaped = Output(capacity: name.count + 1)
    escaped.append(.slash)
    JSONPointer.append(name: name.span, to: &escaped)
    return Array(copying: escaped.bytes)
  }
}
