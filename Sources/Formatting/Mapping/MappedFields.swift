import EventJSON

/// The values of one event that a mapping has carried over or holds back; what is not among them
/// is the rest.
///
/// A value is known by the offset at which it begins: no two values of a line begin at the same
/// one. There are some thirty at most, so that looking through all of them is the fastest.
struct MappedFields {
  private var starts: [Int] = []

  init() { starts.reserveCapacity(64) }

  mutating func removeAll() { starts.removeAll(keepingCapacity: true) }

  mutating func insert(_ field: Field) {
    if field.kind != .absent { starts.append(field.start) }
  }

  func contains(_ field: Field) -> Bool { starts.contains(field.start) }

  /// Whether one of them stands inside an object.
  func hasAny(inside object: Field) -> Bool {
    starts.contains { $0 > object.start && $0 < object.end }
  }
}
