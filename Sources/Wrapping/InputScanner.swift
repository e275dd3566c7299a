import Bytes
import Stages

/// Parts an input in frames' lines and events' lines, which it hands on without looking into.
///
/// A long line passes in parts, so that memory is bounded whatever its length; only a frame's line,
/// and a blank one, are waited for whole.
struct InputScanner {
  /// Why a scan stopped.
  enum Stop {
    /// The block holds no more that can be decided.
    case needsMore
    /// A frame begins with this line.
    case begin(FrameBegin, line: [UInt8])
    /// The frame ends; the problem is what speaks against its being whole.
    case end(FrameEnd, FrameProblem?)
  }

  private let maximumLine: Int
  private let partSize: Int
  private var tracker = FrameTracker()
  /// The number of the line that comes next, from 1.
  private var number = 1
  private var isAtStart = true
  /// Whether a part of the line was handed on already.
  private var isInsideLine = false
  /// How many unread bytes are known to hold no end of a line.
  private var searched = 0
  /// How many of those are known to be blank.
  private var blank = 0

  /// A scanner at the start of a stream.
  ///
  /// - Parameters:
  ///   - maximumLine: the most bytes of a frame's line.
  ///   - partSize: how many bytes of a line without an end are handed on.
  init(maximumLine: Int, partSize: Int = 256 * 1024) {
    self.maximumLine = maximumLine
    self.partSize = partSize
  }

  /// Events in the open frame, or in a stream without frames.
  var events: Int { tracker.events }

  /// Whether a frame is open.
  var isInsideFrame: Bool { tracker.isInsideFrame }

  /// Appends the events' lines at the front of `block` to `lines`; gives how many bytes of the
  /// block are done, and why it went no further.
  mutating func scan(
    _ block: Span<UInt8>, isAtEnd: Bool, into lines: inout Output
  ) throws(Problem) -> (used: Int, stop: Stop) {
    guard !isAtStart || block.count >= FramedStream.prefixLength || isAtEnd else {
      return (0, .needsMore)
    }
    var start = 0
    if isAtStart, ByteScan.hasWord(block, at: 0, "\u{FEFF}") { start = 3 }
    isAtStart = false
    var offset = start
    while let end = ByteScan.firstIndex(of: .newline, in: block, from: offset + searched) {
      let line = block.extracting(offset..<end)
      searched = 0
      blank = 0
      if isInsideLine {
        isInsideLine = false
      } else if FramedStream.begins(line) {
        lines.append(block.extracting(start..<offset))
        let stop = try note(line)
        number += 1
        return (end + 1, stop)
      } else if BlankLine.isBlank(line) {
        lines.append(block.extracting(start..<offset))
        start = end + 1
      } else {
        try noteEvent()
      }
      offset = end + 1
      number += 1
    }
    lines.append(block.extracting(start..<offset))
    let rest = block.extracting(offset..<block.count)
    if isAtEnd {
      return (block.count, try scanLastLine(rest, into: &lines))
    }
    return (offset + (try scanPart(rest, into: &lines)), .needsMore)
  }

  /// Hands a part of a line on, where that is long and an event's; gives how many bytes are done.
  private mutating func scanPart(
    _ part: Span<UInt8>, into lines: inout Output
  ) throws(Problem) -> Int {
    if !isInsideLine {
      let isFrame = FramedStream.begins(part)
      if isFrame, part.count > maximumLine {
        throw problem(.malformed("longer than \(maximumLine) bytes"))
      }
      let isBlank = part.count <= maximumLine && BlankLine.isBlank(part, from: blank)
      if isBlank { blank = part.count }
      if isFrame || isBlank || part.count < partSize {
        searched = part.count
        return 0
      }
      try noteEvent()
      isInsideLine = true
    }
    searched = 0
    blank = 0
    lines.append(part)
    return part.count
  }

  /// Handles what stands behind the last newline: a line without one, or nothing.
  private mutating func scanLastLine(
    _ rest: Span<UInt8>, into lines: inout Output
  ) throws(Problem) -> Stop {
    if !isInsideLine {
      if FramedStream.begins(rest) { return try note(rest) }
      // Inside a frame it is cut off, and the missing end tells.
      if BlankLine.isBlank(rest) || isInsideFrame { return .needsMore }
      try noteEvent()
    }
    isInsideLine = false
    lines.append(rest)
    lines.append(.newline)
    return .needsMore
  }

  /// Checks that the input may end here.
  func noteEndOfInput() throws(Problem) {
    do throws(FrameProblem) {
      try tracker.noteEndOfInput()
    } catch {
      throw Problem(.badInput, error.reason)
    }
  }

  private mutating func noteEvent() throws(Problem) {
    do throws(FrameProblem) {
      try tracker.noteEvent()
    } catch {
      throw problem(error)
    }
  }

  private mutating func note(_ line: Span<UInt8>) throws(Problem) -> Stop {
    do throws(FrameProblem) {
      switch try tracker.note(line) {
      case .begin(let begin): return .begin(begin, line: Array(copying: line))
      case .end(let end): return .end(end, tracker.incompleteness(of: end))
      }
    } catch {
      throw problem(error)
    }
  }

  private func problem(_ problem: FrameProblem) -> Problem {
    Problem(.badInput, "\(Place(file: nil, line: number).text): \(problem.reason)")
  }
}
