import Bytes
import EventJSON

/// Writes what no canonical name tells of an event.
struct ExtraMembers {
  /// Writes an object of those top-level members that are not taken as a whole, or `null`.
  ///
  /// A null that stands where a canonical name was looked for is what its `null` tells.
  func write(
    _ line: Span<UInt8>, _ taken: inout CarriedValues, _ table: FieldTable,
    _ writer: inout JSONWriter, into output: inout Output
  ) {
    for element in table.elements where element.field.kind == .null { taken.insert(element.field) }
    taken.finish()
    var isEmpty = true
    let bounds = Skip.bounds(of: line)
    var members = MemberIterator(line, Field(.object, bounds.lowerBound, bounds.upperBound))
    while let member = members.next(line) {
      if Self.isTaken(member.value, depth: 1, line, taken, table) { continue }
      if isEmpty { writer.beginObject(into: &output) }
      isEmpty = false
      writer.key(member.name, of: line, into: &output)
      writer.value(member.value, of: line, into: &output)
    }
    if isEmpty { writer.null(into: &output) } else { writer.endObject(into: &output) }
  }

  /// Whether every value inside is taken; none of the dictionary's paths goes deeper than three
  /// containers, and what stands below that is not looked at.
  private static func isTaken(
    _ value: Field, depth: Int, _ line: Span<UInt8>, _ taken: CarriedValues, _ table: FieldTable
  ) -> Bool {
    if taken.contains(value) { return true }
    var isEmpty = true
    switch value.kind {
    case .null: return table.holds(value)
    case .object where depth <= 3:
      var members = MemberIterator(line, value)
      while let member = members.next(line) {
        isEmpty = false
        if !isTaken(member.value, depth: depth + 1, line, taken, table) { return false }
      }
    case .array where depth <= 3:
      var elements = ElementIterator(line, value)
      while let element = elements.next(line) {
        isEmpty = false
        if !isTaken(element, depth: depth + 1, line, taken, table) { return false }
      }
    default: return false
    }
    // An empty list says no more than an absent one.
    return !isEmpty || depth == 1 && table.holds(value)
  }
}
