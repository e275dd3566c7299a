import Bytes
import Compression
public import Stages

/// Where a file can be read on by another run.
public struct FilePosition: Sendable, Equatable {
  /// How many decoded bytes stand before it.
  public let offset: Int
  /// The line it is on, from 1.
  public let line: Int
  /// How many bytes of that line stand before it.
  public let column: Int
  /// Whether the file was found to hold lines, which it then does up to its end.
  public let holdsLines: Bool

  /// A position as an earlier run has found it.
  ///
  /// - Parameters:
  ///   - offset: bytes before it in the file.
  ///   - line: the line it is on, from 1.
  ///   - column: bytes before it on that line.
  ///   - holdsLines: whether the file was found to hold lines.
  public init(offset: Int, line: Int, column: Int, holdsLines: Bool) {
    self.offset = offset
    self.line = line
    self.column = column
    self.holdsLines = holdsLines
  }
}

// Knowing where a file stands, and going there in another run.
extension EventFile {
  /// Keeps the last `length` bytes that were read, and the first ones; to be called before anything
  /// is read.
  public mutating func keepHistory(_ length: Int) { historyLength = length }

  /// Where reading can go on, at the next event or at the beginning of its document, and the bytes
  /// before that: as many as are kept.
  public var position: (FilePosition, before: [UInt8]) {
    if let documentStart { return documentStart }
    let known = min(start, historyLength)
    let position = FilePosition(
      offset: offset, line: place.line, column: place.column, holdsLines: holdsLines)
    return (position, Array(copying: input.unread.extracting(start - known..<start)))
  }

  /// The offset of `position`, which takes no copy to tell.
  public var resumableOffset: Int { documentStart?.0.offset ?? offset }

  /// Whether a document was begun whose end is not read yet, where a history is kept.
  public var isInDocument: Bool { documentStart != nil }

  /// Goes from the beginning to a position: straight in a plain file, else by decoding.
  ///
  /// False where the file ends before it; else the `count` bytes before it are a part of what
  /// `position` gives.
  ///
  /// - Throws: `failure` or `badInput` where the file can't be read or decoded.
  public mutating func goOn<S: Stage & ~Copyable>(
    at position: FilePosition, keeping count: Int, _ pump: inout Pump<S>
  ) throws(Problem) -> Bool {
    while head.count < min(position.offset, historyLength) {
      guard try fill(&pump) else { return false }
    }
    if position.offset > offset + input.unread.count - start, try isPlain() {
      try seek(to: position.offset - count)
    }
    while offset < position.offset {
      if start == input.unread.count, try !fill(&pump) { return false }
      let count = min(input.unread.count - start, position.offset - offset)
      start += count
      offset += count
    }
    // Only what comes behind the position counts as read.
    pump.forgetRead(input.bytesRead - (input.unread.count - start))
    place = Place(file: place.file, line: position.line, column: position.column)
    holdsLines = position.holdsLines
    form = holdsLines ? .lines : .undecided
    return true
  }

  /// Whether the file's bytes are what is stored, so that it can be read from anywhere.
  ///
  /// - Throws: `failure` where the first bytes can't be read.
  public mutating func isPlain() throws(Problem) -> Bool {
    do throws(ReadProblem) {
      return try source.isPlain()
    } catch {
      throw Problem(reading: place.file, error)
    }
  }

  private mutating func seek(to target: Int) throws(Problem) {
    do throws(ReadProblem) {
      try source.seek(to: target)
    } catch {
      throw Problem(reading: place.file, error)
    }
    input.reset()
    start = 0
    offset = target
  }
}
