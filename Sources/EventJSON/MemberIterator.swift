import Bytes

/// Steps through the members of an object in a line that a `Lookup` has accepted.
public struct MemberIterator {
  private var offset: Int
  private let end: Int

  /// The members of `object`, a field of `line` that is an object.
  public init(_ line: Span<UInt8>, _ object: Field) {
    offset = object.start + 1
    end = object.end - 1
  }

  /// The next member's name, a string, and its value; or nil.
  public mutating func next(_ line: Span<UInt8>) -> (name: Field, value: Field)? {
    var elements = ElementIterator(from: offset, to: end)
    guard let name = elements.next(line) else { return nil }
    var rest = ElementIterator(from: Skip.whitespace(line, name.end + 1) + 1, to: end)
    guard let value = rest.next(line) else { return nil }
    offset = rest.offset
    return (name, value)
  }
}
