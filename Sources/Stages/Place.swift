public import Bytes

/// Where in the input something is: a line, of a file where files were named.
public struct Place: Sendable, Equatable {
  /// The file, or nil for standard input.
  public let file: Path?
  /// The line, from 1.
  public let line: Int
  /// How many bytes of the line stand before the event: none but inside a container.
  public let column: Int

  /// A line of a file, or of standard input.
  public init(file: Path?, line: Int, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The beginning of the next line.
  public var nextLine: Place { Place(file: file, line: line + 1) }

  /// The place that many bytes earlier on the same line.
  public func before(_ count: Int) -> Place {
    Place(file: file, line: line, column: column - count)
  }

  /// The place of the byte at `offset` of `event`, which begins here and may span lines.
  public func place(of offset: Int, in event: Span<UInt8>) -> Place {
    var line = line
    var lineStart = -column
    var search = 0
    // Only what stands before the offset is searched, however much follows.
    let before = event.extracting(0..<min(offset, event.count))
    while let newline = ByteScan.firstIndex(of: .newline, in: before, from: search) {
      line += 1
      lineStart = newline + 1
      search = newline + 1
    }
    return Place(file: file, line: line, column: offset - lineStart)
  }

  /// `events.jsonl:12`, or `line 12`.
  public var text: String {
    guard let file else { return "line \(line)" }
    return "\(Quoting.escaped(file.text)):\(line)"
  }
}
