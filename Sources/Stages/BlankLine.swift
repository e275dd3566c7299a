import Bytes

/// Lines that are no events: skipped, but counted in line numbers (spec/events.md).
public enum BlankLine {
  /// Whether a line has nothing but white space, from an offset on.
  public static func isBlank(_ line: Span<UInt8>, from start: Int = 0) -> Bool {
    for offset in start..<line.count {
      let byte = line[offset]
      if byte > .space { return false }
      if byte != .space, byte != .tab, byte != .carriageReturn { return false }
    }
    return true
  }
}
