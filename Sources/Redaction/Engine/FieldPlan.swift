import Bytes
import DecisionEvent
import EventJSON

/// Where the values stand that rules are about: the selectors of a request, resolved once.
struct FieldPlan: Sendable {
  /// A way to values: through a slot of the lookup, then down by what a lookup can't do.
  private struct Way {
    /// The slot, or -1 for the event itself.
    let slot: Int
    /// The rest of the way down.
    let rest: [FieldSelector.Segment]
    /// Whether containers don't count: a canonical field that is a text or number.
    let scalarsOnly: Bool
    /// Whether only strings with an `@` count: a `user` that is an address.
    let addressesOnly: Bool
  }

  private let ways: [Way]

  /// Canonical fields whose value may be an object or array as a whole.
  private static let containers: Set<CanonicalField> = [
    .input, .output, .escalation, .contentHashes, .citations,
  ]

  /// Resolves one selector.
  init(_ selector: FieldSelector, _ dictionary: EventDictionary, in query: inout EventQuery) {
    switch selector.target {
    case .everything:
      ways = [Way(slot: -1, rest: [], scalarsOnly: false, addressesOnly: false)]
    case .path(let segments): ways = [Self.way(segments, in: &query)]
    case .canonical(let field):
      let plan = FieldPlan(field, dictionary, in: &query)
      ways = plan.ways
    }
  }

  /// Resolves a field of the dictionary: each of its paths, as what nobody reads can leak, too.
  init(_ field: CanonicalField, _ dictionary: EventDictionary, in query: inout EventQuery) {
    ways = dictionary.paths(of: field).map { path in
      let isUser = path.segments == [.member(Array("user".utf8))]
      return Way(
        slot: query.slot(of: path), rest: [], scalarsOnly: !Self.containers.contains(field),
        addressesOnly: field == .userEmail && isUser)
    }
  }

  /// A path: as far as a lookup can go, and the rest.
  private static func way(
    _ segments: [FieldSelector.Segment], in query: inout EventQuery
  ) -> Way {
    var path: [FieldPath.Segment] = []
    for segment in segments {
      switch segment {
      case .member(let name): path.append(.member(name))
      case .elements where !path.isEmpty: path.append(.elements)
      default:
        let rest = Array(segments.dropFirst(path.count))
        let slot = path.isEmpty ? -1 : query.slot(of: FieldPath(segments: path))
        return Way(slot: slot, rest: rest, scalarsOnly: false, addressesOnly: false)
      }
    }
    return Way(
      slot: query.slot(of: FieldPath(segments: path)), rest: [], scalarsOnly: false,
      addressesOnly: false)
  }

  /// Hands every selected value of the line that was scanned into `table` to `body`.
  func eachValue(
    in line: Span<UInt8>, _ table: FieldTable, _ body: (Field) -> Void
  ) {
    for index in ways.indices {
      let way = ways[index]
      if way.slot < 0 {
        let bounds = Skip.bounds(of: line)
        descend(Field(.object, bounds.lowerBound, bounds.upperBound), way, 0, line, body)
        continue
      }
      descend(table[way.slot], way, 0, line, body)
      for element in table.elements.indices where table.elements[element].slot == way.slot {
        descend(table.elements[element].field, way, 0, line, body)
      }
    }
  }

  private func descend(
    _ value: Field, _ way: Way, _ step: Int, _ line: Span<UInt8>, _ body: (Field) -> Void
  ) {
    guard step < way.rest.count else {
      if accepts(value, way, line) { body(value) }
      return
    }
    let segment = way.rest[step]
    if value.kind == .object {
      var members = MemberIterator(line, value)
      while let (name, member) = members.next(line) {
        guard Self.fits(name, segment, line) else { continue }
        descend(member, way, step + 1, line, body)
      }
    } else if value.kind == .array {
      var elements = ElementIterator(line, value)
      var number = 0
      while let element = elements.next(line) {
        if Self.fits(number, segment) { descend(element, way, step + 1, line, body) }
        number += 1
      }
    }
  }

  private func accepts(_ value: Field, _ way: Way, _ line: Span<UInt8>) -> Bool {
    if value.kind == .absent { return false }
    if way.scalarsOnly, value.kind == .object || value.kind == .array { return false }
    guard way.addressesOnly else { return true }
    // An escape may be the "@": better an identifier too many than an address too few.
    return value.kind == .escapedString
      || value.kind == .string
        && ByteScan.firstIndex(
          of: UInt8(ascii: "@"), in: line.extracting(0..<value.end), from: value.start) != nil
  }

  private static func fits(_ number: Int, _ segment: FieldSelector.Segment) -> Bool {
    switch segment {
    case .anything, .elements: true
    case .numbered(let wanted, _): wanted == number
    case .member: false
    }
  }

  private static func fits(
    _ name: Field, _ segment: FieldSelector.Segment, _ line: Span<UInt8>
  ) -> Bool {
    switch segment {
    case .anything: return true
    case .elements: return false
    case .member(let wanted), .numbered(_, let wanted):
      if name.kind == .string {
        return ByteScan.equal(line, name.start, name.end - name.start, wanted.span)
      }
      var decoded = Output(capacity: name.end - name.start + 1)
      StringEscapes.decode(line, name.start, name.end, into: &decoded)
      return ByteScan.equal(decoded.bytes, 0, decoded.count, wanted.span)
    }
  }
}
