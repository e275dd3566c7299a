import Bytes
import EventJSON

/// The JSON pointers of values (RFC 6901), for records of what was changed where.
enum ValuePointer {
  /// Appends the pointer of the value that begins at `start` of an accepted line, escaped as the
  /// inside of a JSON string.
  static func append(_ start: Int, of line: Span<UInt8>, into output: inout Output) {
    let bounds = Skip.bounds(of: line)
    var value = Field(.object, bounds.lowerBound, bounds.upperBound)
    while let inner = step(into: value, towards: start, line, &output) { value = inner }
  }

  /// One step down: appends its name or number and gives the value, or nil at the end.
  private static func step(
    into value: Field, towards start: Int, _ line: Span<UInt8>, _ output: inout Output
  ) -> Field? {
    if value.kind == .object {
      var members = MemberIterator(line, value)
      while let (name, member) = members.next(line) {
        guard start >= member.start, start < max(member.end, member.start + 1) else { continue }
        output.append(.slash)
        append(name, of: line, into: &output)
        return member
      }
    } else if value.kind == .array {
      var elements = ElementIterator(line, value)
      var number = 0
      while let element = elements.next(line) {
        if start >= element.start, start < max(element.end, element.start + 1) {
          output.append(.slash)
          output.append(decimal: number)
          return element
        }
        number += 1
      }
    }
    return nil
  }

  /// A name with `~` and `/` escaped (RFC 6901, section 3).
  private static func append(
    _ name: Field, of line: Span<UInt8>, into output: inout Output
  ) {
    for offset in name.start..<name.end {
      switch line[offset] {
      case UInt8(ascii: "~"): output.append(constant: "~0")
      case .slash: output.append(constant: "~1")
      default: output.append(line[offset])
      }
    }
  }
}
