import Bytes
import EventJSON

/// Walks down a line to one value after the other, in their order, and knows the JSON pointer of
/// each (RFC 6901): for records of what was changed where.
///
/// However many values are asked for, the line is walked once.
struct ValuePointer: ~Copyable {
  /// A container on the way to the value at hand.
  private struct Level {
    let isObject: Bool
    var members: MemberIterator
    var elements: ElementIterator
    var number = 0
    let end: Int
    /// How long the pointer of the container is.
    let length: Int
  }

  private var levels: [Level] = []
  private var path = Output(capacity: 256)

  init() { levels.reserveCapacity(16) }

  /// Starts at the beginning of an accepted line.
  mutating func begin(_ line: Span<UInt8>) {
    levels.removeAll(keepingCapacity: true)
    path.removeAll()
    let bounds = Skip.bounds(of: line)
    push(Field(.object, bounds.lowerBound, bounds.upperBound), line)
  }

  /// Appends the pointer of the value that begins at `start`, escaped as the inside of a JSON
  /// string; it stands behind the value asked for before.
  mutating func append(_ start: Int, of line: Span<UInt8>, into output: inout Output) {
    while levels.count > 1, levels[levels.count - 1].end <= start { levels.removeLast() }
    while let value = step(towards: start, line), value.start < start { push(value, line) }
    output.append(path.bytes)
  }

  private mutating func push(_ container: Field, _ line: Span<UInt8>) {
    levels.append(
      Level(
        isObject: container.kind == .object, members: MemberIterator(line, container),
        elements: ElementIterator(line, container), end: container.end, length: path.count))
  }

  /// Steps to the value of the innermost container that holds the offset `start`.
  private mutating func step(towards start: Int, _ line: Span<UInt8>) -> Field? {
    let top = levels.count - 1
    if levels[top].isObject {
      while let (name, value) = levels[top].members.next(line) {
        guard value.end >= start else { continue }
        path.truncate(to: levels[top].length)
        path.append(.slash)
        JSONPointer.append(name: line.extracting(name.start..<name.end), to: &path)
        return value
      }
    } else {
      while let value = levels[top].elements.next(line) {
        levels[top].number += 1
        guard value.end >= start else { continue }
        path.truncate(to: levels[top].length)
        path.append(.slash)
        path.append(decimal: levels[top].number - 1)
        return value
      }
    }
    return nil
  }
}
