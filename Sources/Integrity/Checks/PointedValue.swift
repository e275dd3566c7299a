import Bytes
import EventJSON

/// A value of an event by its JSON pointer, and whether a receipt masks it.
///
/// Both are read in a lookup's one pass: the mask of a receipt is an object whose members are named
/// by pointers (spec/integrity.md, section 2.4), so that each pointer to the value, or to what it
/// stands in, is one more path. Only what stands in an array is walked to.
struct PointedValue: Sendable {
  /// The pointer (RFC 6901).
  let pointer: String
  private let slot: Int
  /// The steps down from there, the first one into an array unless an object has such a name.
  private let rest: [[UInt8]]
  private let masks: [Int]

  init(_ names: [[UInt8]], in builder: inout LookupBuilder) {
    var pointers: [[UInt8]] = [[]]
    for name in names { pointers.append(pointers[pointers.count - 1] + Self.escaped(name)) }
    pointer = String(decoding: pointers[pointers.count - 1], as: UTF8.self)
    let lead = names.firstIndex { Self.elementNumber($0) != nil } ?? names.count
    // The event itself has members only, whatever their names.
    let count = max(lead, 1)
    slot = builder.slot(for: FieldPath(segments: names[..<count].map { .member($0) }))
    rest = Array(names[count...])
    let receipt = [Array("_kt".utf8), Array("mask".utf8)]
    masks = pointers.map { pointer in
      builder.slot(for: FieldPath(segments: (receipt + [pointer]).map { .member($0) }))
    }
  }

  /// Whether the event's receipt masks the value, a part of it, or what it stands in.
  func isMasked(_ table: FieldTable) -> Bool {
    for mask in masks where table[mask].kind != .absent { return true }
    return false
  }

  /// Whether the event's receipt masks just this value, or a part of it.
  func isMaskedItself(_ table: FieldTable) -> Bool {
    table[masks[masks.count - 1]].kind != .absent
  }

  /// Where the value stands, or absent; throws where a member on the way stands twice.
  func find(in line: Span<UInt8>, _ table: FieldTable) throws(JSONProblem) -> Field {
    var value = table[slot]
    for name in rest { value = try Self.step(from: value, to: name, line) }
    return value
  }

  private static func step(
    from value: Field, to name: [UInt8], _ line: Span<UInt8>
  ) throws(JSONProblem) -> Field {
    if value.kind == .array, let number = elementNumber(name) {
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

  /// The number of an element (RFC 6901, section 4: without leading zeros), or nil for a name.
  private static func elementNumber(_ name: [UInt8]) -> Int? {
    guard !name.isEmpty, name.count < 10, name.allSatisfy(\.isDigit) else { return nil }
    if name[0] == .zero, name.count > 1 { return nil }
    return name.reduce(0) { $0 * 10 + Int($1 - .zero) }
  }

  /// A slash and a name with `~` and `/` escaped (RFC 6901, section 3).
  private static func escaped(_ name: [UInt8]) -> [UInt8] {
    var escaped: [UInt8] = [.slash]
    for byte in name {
      switch byte {
      case UInt8(ascii: "~"): escaped += Array("~0".utf8)
      case .slash: escaped += Array("~1".utf8)
      default: escaped.append(byte)
      }
    }
    return escaped
  }
}
