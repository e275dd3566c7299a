import Bytes
public import DecisionEvent
import Digests
import EventJSON

/// Groups of events that have the same values of some fields.
///
/// An event is in one group, unless one of the fields is a list: then it is in the group of each of
/// its elements, once. Parts of policies go together: name and verdict are those of one policy.
public struct Grouping: Sendable {
  /// What events are grouped by.
  public let fields: [GroupField]
  /// The groups.
  public private(set) var table = GroupTable()
  /// The first field that is a list, or nil.
  private let list: Int?
  /// Where the value of each field ends in `Scratch.singles`, or a list's in `Scratch.element`.
  private var ends: [Int]

  /// Groups by these fields, of which at most one is a list.
  public init(_ fields: [GroupField]) {
    self.fields = fields
    list = fields.firstIndex { $0.list != nil }
    ends = Array(repeating: 0, count: fields.count)
  }

  /// Whether groups are told in the order of their keys, the oldest day first.
  public var isByKey: Bool {
    if case .day = fields[0].source { return true }
    return false
  }

  /// Blocks that keys are put together in, shared by all groupings.
  public struct Scratch: ~Copyable {
    /// The values of fields that have one.
    var singles = Output(capacity: 256)
    /// The values of one element of a list.
    var element = Output(capacity: 256)
    /// Both, in the order of the fields.
    var key = Output(capacity: 256)

    /// Empty blocks.
    public init() {}
  }

  /// Adds the event that `reader` has just scanned.
  public mutating func add(
    _ figures: EventFigures, of line: Span<UInt8>, readBy reader: inout EventReader,
    _ scratch: inout Scratch
  ) {
    scratch.singles.removeAll()
    for index in fields.indices {
      appendSingle(index, figures, line, &reader, &scratch)
      ends[index] = scratch.singles.count
    }
    let digest = table.digest(of: scratch.singles.bytes)
    guard let list else {
      scratch.element.removeAll()
      return add(figures, digest, bytes: scratch.singles.count, &scratch)
    }
    var isFound = false
    if case .list(let value) = fields[list].source {
      reader.eachValue(of: value.operand, in: line) { kind, text in
        isFound = true
        addElement(figures, digest, &scratch) { _, scratch in
          GroupKey.append(kind, text, to: &scratch.element)
        }
      }
    } else {
      _ = reader.anyPolicy(line) { reader, policy in
        isFound = true
        addElement(figures, digest, &scratch) { part, scratch in
          Self.append(part, of: policy, line, &reader, &scratch)
        }
        return false
      }
    }
    if !isFound {
      addElement(figures, digest, &scratch) { _, scratch in
        GroupKey.appendNone(to: &scratch.element)
      }
    }
  }

  /// Appends a field's value where it has one; nothing for lists.
  private func appendSingle(
    _ index: Int, _ figures: EventFigures, _ line: Span<UInt8>, _ reader: inout EventReader,
    _ scratch: inout Scratch
  ) {
    switch fields[index].source {
    case .list, .policy: return
    case .day:
      guard let time = figures.time else {
        return GroupKey.appendNone(to: &scratch.singles)
      }
      GroupKey.beginText(ofBytes: 10, in: &scratch.singles)
      scratch.singles.append(day: time.civil.date)
    case .value(let value):
      if let container = reader.container(of: value.operand) {
        let json = line.extracting(container.start..<container.end)
        return GroupKey.append(container.kind, json, to: &scratch.singles)
      }
      let start = scratch.singles.count
      reader.eachValue(of: value.operand, in: line) { kind, text in
        GroupKey.append(kind, text, to: &scratch.singles)
      }
      if scratch.singles.count == start { GroupKey.appendNone(to: &scratch.singles) }
    }
  }

  /// Adds the event to the group of one element, whose values `append` gives.
  ///
  /// `digest` is that of the other values, which may be long: they are not gone through for each
  /// element.
  private mutating func addElement(
    _ figures: EventFigures, _ digest: Digest128, _ scratch: inout Scratch,
    _ append: (GroupField.PolicyPart, inout Scratch) -> Void
  ) {
    scratch.element.removeAll()
    for index in fields.indices {
      switch fields[index].source {
      case .policy(let part): append(part, &scratch)
      case .list: append(.name, &scratch)
      case .day, .value: continue
      }
      ends[index] = scratch.element.count
    }
    let bytes = scratch.singles.count + scratch.element.count
    scratch.element.append(digest.first)
    scratch.element.append(digest.second)
    add(figures, table.digest(of: scratch.element.bytes), bytes: bytes, &scratch)
  }

  /// Adds the event to the group of this digest, whose key has so many bytes.
  private mutating func add(
    _ figures: EventFigures, _ digest: Digest128, bytes: Int, _ scratch: inout Scratch
  ) {
    if table.add(figures, ifKnown: digest) { return }
    guard table.hasRoom(forBytes: bytes) else { return table.addToOther(figures) }
    scratch.key.removeAll()
    var single = 0
    var element = 0
    for index in fields.indices {
      if fields[index].list == nil {
        Self.copy(single..<ends[index], of: scratch.singles, to: &scratch.key)
        single = ends[index]
      } else {
        Self.copy(element..<ends[index], of: scratch.element, to: &scratch.key)
        element = ends[index]
      }
    }
    table.add(figures, to: scratch.key.bytes, digest: digest)
  }

  private static func copy(
    _ range: Range<Int>, of source: borrowing Output, to target: inout Output
  ) {
    let bytes = source.bytes
    target.append(bytes.extracting(range))
  }

  /// Appends a part of a policy, a verdict by its canonical word.
  private static func append(
    _ part: GroupField.PolicyPart, of policy: Policy, _ line: Span<UInt8>,
    _ reader: inout EventReader, _ scratch: inout Scratch
  ) {
    let field =
      switch part {
      case .name: policy.name
      case .verdict: policy.verdict
      case .reason: policy.reason
      }
    guard field.isScalar else { return GroupKey.appendNone(to: &scratch.element) }
    if part == .verdict, let outcome = reader.outcomeWord(field, line) {
      GroupKey.beginText(ofBytes: outcome.name.utf8.count, in: &scratch.element)
      return scratch.element.append(outcome.name)
    }
    _ = reader.anyText(of: field, in: line) { text in
      GroupKey.append(field.kind, text, to: &scratch.element)
      return true
    }
  }
}

extension Output {
  /// Appends a word of 64 bits, its lowest byte first.
  fileprivate mutating func append(_ word: UInt64) {
    append(littleEndian: UInt32(truncatingIfNeeded: word))
    append(littleEndian: UInt32(truncatingIfNeeded: word >> 32))
  }
}
