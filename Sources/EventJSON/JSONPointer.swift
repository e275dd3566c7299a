public import Bytes

/// JSON pointers (RFC 6901): the names on the way to a value, a slash before each, in which `~` is
/// written `~0` and `/` is written `~1`.
public enum JSONPointer {
  private static let escape = UInt8(ascii: "~")

  /// Appends a name as a pointer has it, without the slash before it.
  public static func append(name: Span<UInt8>, to pointer: inout Output) {
    for offset in 0..<name.count {
      switch name[offset] {
      case escape: pointer.append(constant: "~0")
      case .slash: pointer.append(constant: "~1")
      default: pointer.append(name[offset])
      }
    }
  }

  /// Appends the name that begins at `start` of a pointer, behind its slash, and gives where it
  /// ends: at the next slash, or at the pointer's end.
  ///
  /// Nil where a `~` stands before neither 0 nor 1; a part of the name may have been appended then.
  public static func append(
    nameAt start: Int, of pointer: Span<UInt8>, to name: inout Output
  ) -> Int? {
    var offset = start
    while offset < pointer.count, pointer[offset] != .slash {
      if pointer[offset] == escape {
        offset += 1
        switch Skip.byte(pointer, offset) {
        case .zero: name.append(escape)
        case .zero + 1: name.append(.slash)
        default: return nil
        }
      } else {
        name.append(pointer[offset])
      }
      offset += 1
    }
    return offset
  }

  /// The names of a pointer, none for the whole value; nil where it is no pointer.
  public static func names(of pointer: Span<UInt8>) -> [[UInt8]]? {
    var names: [[UInt8]] = []
    var name = Output(capacity: 64)
    var offset = 0
    while offset < pointer.count {
      name.removeAll()
      guard pointer[offset] == .slash,
        let end = append(nameAt: offset + 1, of: pointer, to: &name)
      else { return nil }
      names.append(Array(copying: name.bytes))
      offset = end
    }
    return names
  }
}
