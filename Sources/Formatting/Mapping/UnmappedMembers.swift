import Bytes
import EventJSON

/// The members of an event that a mapping has not carried over.
///
/// An object of which some members were carried over is left with the others; an array is whole
/// or not there.
enum UnmappedMembers {
  /// The event itself, as a value of its line.
  static func event(_ line: Span<UInt8>) -> Field {
    let bounds = Skip.bounds(of: line)
    return Field(.object, bounds.lowerBound, bounds.upperBound)
  }

  /// Whether any member of an object is left.
  static func isAnyLeft(
    _ line: Span<UInt8>, in object: Field, _ mapped: borrowing CarriedValues
  ) -> Bool {
    var members = MemberIterator(line, object)
    while let member = members.next(line) {
      if isLeft(line, member.value, mapped) { return true }
    }
    return false
  }

  /// Whether a value, or a part of it, is left.
  static func isLeft(
    _ line: Span<UInt8>, _ value: Field, _ mapped: borrowing CarriedValues
  ) -> Bool {
    if mapped.contains(value) { return false }
    return !isSplit(value, mapped) || isAnyLeft(line, in: value, mapped)
  }

  /// Whether an object's members must be looked at one by one.
  static func isSplit(_ value: Field, _ mapped: borrowing CarriedValues) -> Bool {
    value.kind == .object && mapped.hasAny(inside: value)
  }

  /// Writes the members of `object` that are left, names and values byte for byte.
  static func write(
    _ line: Span<UInt8>, _ object: Field, _ mapped: borrowing CarriedValues,
    _ json: inout JSONWriter, into output: inout Output
  ) {
    var members = MemberIterator(line, object)
    while let member = members.next(line) {
      guard isLeft(line, member.value, mapped) else { continue }
      json.key(member.name, of: line, into: &output)
      guard isSplit(member.value, mapped) else {
        json.value(member.value, of: line, into: &output)
        continue
      }
      json.beginObject(into: &output)
      write(line, member.value, mapped, &json, into: &output)
      json.endObject(into: &output)
    }
  }
}
