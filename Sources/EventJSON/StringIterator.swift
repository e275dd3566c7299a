import Bytes

/// Steps through the strings inside a value of an accepted line, keys of objects left out.
public struct StringIterator {
  private var offset: Int
  private let end: Int

  /// The strings inside `value`, or the value itself where it is a string.
  public init(_ value: Field) {
    offset = value.isString ? value.start - 1 : value.start
    end = value.isString ? value.end + 1 : value.end
  }

  /// The next string, or nil.
  public mutating func next(_ line: Span<UInt8>) -> Field? {
    while offset < end {
      // Outside of strings, a quote is nothing but the beginning of one.
      guard let quote = ByteScan.firstIndex(of: .quote, in: line, from: offset), quote < end
      else { return nil }
      let string: Skip.StringEnd
      do throws(JSONProblem) {
        string = try Skip.string(line, at: quote + 1)
      } catch {
        preconditionFailure("strings are read of accepted lines only: \(error.reason)")
      }
      offset = Skip.whitespace(line, string.end)
      if Skip.byte(line, offset) == .colon { continue }
      return Field(string.isEscaped ? .escapedString : .string, quote + 1, string.end - 1)
    }
    return nil
  }
}
