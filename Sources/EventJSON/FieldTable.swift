/// What a `Lookup` found in one line; made once and reused for every line.
public struct FieldTable: Sendable {
  /// A value found inside an array.
  public struct Element: Equatable, Sendable {
    /// The slot of the path that it answers to, from 0 on.
    public let slot: Int
    /// The number of the outermost array's element it stands in, from 0.
    public let index: Int
    /// The offset of the outermost array, which tells arrays apart.
    public let array: Int
    /// Where it stands.
    public let field: Field
  }

  private var fields: [Field]
  /// The values of all paths with `[]`, in the order of the line.
  public private(set) var elements: [Element] = []
  /// For each node of the lookup, the number of the object in which it was last seen.
  private var lastSeen: [UInt64]
  private var objectNumber: UInt64 = 0

  init(slotCount: Int, nodeCount: Int) {
    fields = Array(repeating: .absent, count: slotCount)
    lastSeen = Array(repeating: 0, count: nodeCount)
  }

  /// The value of a path without `[]`, or the absent field.
  public subscript(slot: Int) -> Field { fields[slot] }

  /// Whether a path without `[]` found exactly this value.
  public func holds(_ value: Field) -> Bool { fields.contains(value) }

  /// Forgets what was found.
  public mutating func clear() {
    var all = fields.mutableSpan
    all.update(repeating: .absent)
    elements.removeAll(keepingCapacity: true)
  }

  /// The number of an object whose members are looked at, unique over all lines.
  mutating func nextObject() -> UInt64 {
    objectNumber += 1
    return objectNumber
  }

  /// Notes a member of an object; false where it stood there before.
  mutating func note(_ node: Int, in object: UInt64) -> Bool {
    if lastSeen[node] == object { return false }
    lastSeen[node] = object
    return true
  }

  mutating func record(_ field: Field, slot: Int, element: Int, array: Int) {
    if element < 0 {
      // The first one counts where a second one is tolerated.
      if fields[slot].kind == .absent { fields[slot] = field }
    } else {
      elements.append(Element(slot: slot, index: element, array: array, field: field))
    }
  }
}
