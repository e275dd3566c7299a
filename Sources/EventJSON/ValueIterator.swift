import Bytes

/// Steps through the strings and numbers inside a value of an accepted line, each with the name of
/// the member that it is the value of.
///
/// One pass over the value's bytes, however deep it nests; made once and reused.
public struct ValueIterator: Sendable {
  private var offset = 0
  private var end = 0
  /// The name that holds at each depth; the last one is that of the open container's member.
  private var names: [Field] = []

  /// An iterator over nothing.
  public init() { names.reserveCapacity(16) }

  /// Starts over with the strings and numbers inside `value`, or the value itself; `name` is that
  /// of the member it is the value of, or absent.
  public mutating func begin(_ value: Field, name: Field) {
    offset = value.isString ? value.start - 1 : value.start
    end = value.isString ? value.end + 1 : value.end
    names.removeAll(keepingCapacity: true)
    names.append(name)
  }

  /// The next string or number with its member's name, the nearest one of an array's elements.
  public mutating func next(_ line: Span<UInt8>) -> (value: Field, name: Field)? {
    while offset < end {
      let first = Skip.byte(line, offset)
      switch first {
      case .quote:
        let string = endOfString(line)
        let text = Field(
          string.isEscaped ? .escapedString : .string, offset + 1, string.end - 1)
        offset = Skip.whitespace(line, string.end)
        guard Skip.byte(line, offset) == .colon, offset < end else {
          return (text, names[names.count - 1])
        }
        names[names.count - 1] = text
      case .openBrace: names.append(.absent)
      case .openBracket: names.append(names[names.count - 1])
      case .closeBrace, .closeBracket: names.removeLast()
      case .minus, .zero...(.nine): return (number(line), names[names.count - 1])
      default: break
      }
      offset += 1
    }
    return nil
  }

  private func endOfString(_ line: Span<UInt8>) -> Skip.StringEnd {
    do throws(JSONProblem) {
      return try Skip.string(line, at: offset + 1)
    } catch {
      preconditionFailure("values are read of accepted lines only: \(error.reason)")
    }
  }

  private mutating func number(_ line: Span<UInt8>) -> Field {
    let start = offset
    do throws(JSONProblem) {
      offset = try Skip.number(line, at: start)
    } catch {
      preconditionFailure("values are read of accepted lines only: \(error.reason)")
    }
    return Field(.number, start, offset)
  }
}

extension MemberIterator {
  /// The name of the member whose value begins at `start` of an accepted line; absent where no
  /// name stands before it, as before an element.
  public static func name(before value: Field, in line: Span<UInt8>) -> Field {
    var offset = (value.isString ? value.start - 1 : value.start) - 1
    while offset > 0, line[offset] <= .space { offset -= 1 }
    guard offset > 0, line[offset] == .colon else { return .absent }
    offset -= 1
    while offset > 0, line[offset] <= .space { offset -= 1 }
    let end = offset
    var isEscaped = false
    repeat {
      offset -= 1
      if line[offset] == .backslash { isEscaped = true }
    } while offset > 0 && !(line[offset] == .quote && !isEscapedQuote(line, offset))
    return Field(isEscaped ? .escapedString : .string, offset + 1, end)
  }

  private static func isEscapedQuote(_ line: Span<UInt8>, _ quote: Int) -> Bool {
    var offset = quote
    while offset > 0, line[offset - 1] == .backslash { offset -= 1 }
    return (quote - offset) % 2 == 1
  }
}
