import Bytes
public import Stages

// The lines of a file, one by one, or all of them by the pump's faster way.
extension EventFile {
  /// Whether the event of the last step is a line that nothing ends.
  public var isUnterminated: Bool {
    guard case .lines = form else { return false }
    return terminatorLength == 0
  }

  /// Hands on all lines up to the end.
  ///
  /// - Throws: what reading, or the stage by its policy for malformed lines, ends the run with.
  public mutating func readLines<S: Stage & ~Copyable>(
    _ pump: inout Pump<S>
  ) throws(Problem) {
    forget(upTo: 0)
    try pump.readLines(from: &source, &input, startingAt: place)
  }

  /// The next line that is not blank; blank ones are counted and left out.
  mutating func nextLine() -> Advance {
    if offset == 0 { dropByteOrderMark() }
    while true {
      let found = ByteScan.firstIndex(of: .newline, in: input.unread, from: start + searched)
      let length = (found ?? input.unread.count) - start
      if found == nil {
        searched = length
        if length > maximumLine { return .step(.longLine) }
        guard input.isAtEnd else { return .needsMore }
        if length == 0 { return .step(.end) }
      }
      let isBlank = BlankLine.isBlank(input.unread.extracting(start..<start + length))
      if !isBlank {
        eventLength = length
        terminatorLength = found == nil ? 0 : 1
        return .step(.event)
      }
      skip(length + (found == nil ? 0 : 1), to: found == nil ? place : place.nextLine)
    }
  }

  /// Goes behind a line over the limit, which is handed on or not as malformed lines are; false
  /// where its end is not there.
  @discardableResult
  public mutating func passLongLine<S: Stage & ~Copyable>(
    _ pump: inout Pump<S>
  ) throws(Problem) -> Bool {
    forget(upTo: 0)
    let before = input.bytesRead - input.unread.count
    let isWhole = try pump.passLongLine(from: &source, &input, place)
    skip(0, to: place.nextLine)
    offset += input.bytesRead - input.unread.count - before
    start = 0
    holdsLines = true
    return isWhole
  }

  private mutating func dropByteOrderMark() {
    let isMarked = ByteScan.hasWord(input.unread, at: start, "\u{FEFF}")
    if isMarked { skip(3, to: place) }
  }
}
