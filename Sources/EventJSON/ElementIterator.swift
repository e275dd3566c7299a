import Bytes

/// Steps through the elements of an array in a line that a `Lookup` has accepted.
public struct ElementIterator {
  private(set) var offset: Int
  private let end: Int

  /// The values between two offsets, separated by commas.
  init(from offset: Int, to end: Int) {
    self.offset = offset
    self.end = end
  }

  /// The elements of `array`, a field of `line` that is an array.
  public init(_ line: Span<UInt8>, _ array: Field) {
    offset = array.start + 1
    end = array.end - 1
  }

  /// The next element, or nil.
  public mutating func next(_ line: Span<UInt8>) -> Field? {
    offset = Skip.whitespace(line, offset)
    guard offset < end else { return nil }
    let start = offset
    let first = Skip.byte(line, start)
    var field = Field.absent
    do throws(JSONProblem) {
      if first == .quote {
        let string = try Skip.string(line, at: start + 1)
        field = Field(string.isEscaped ? .escapedString : .string, start + 1, string.end - 1)
        offset = string.end
      } else {
        offset = try Skip.value(line, at: start, depth: 0)
        let kind: Field.Kind =
          first == .openBrace ? .object : first == .openBracket ? .array : Lookup.kind(of: first)
        field = Field(kind, start, offset)
      }
    } catch {
      preconditionFailure("elements are read of accepted lines only: \(error.reason)")
    }
    offset = Skip.whitespace(line, offset)
    if Skip.byte(line, offset) == .comma { offset += 1 }
    return field
  }
}
