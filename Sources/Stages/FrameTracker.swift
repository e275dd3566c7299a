import Bytes

/// Follows the frames of an input stream and holds them to their rules (spec/cli.md).
///
/// A pump has its own; a stage that reads its input past the pump follows the frames with one.
public struct FrameTracker: Sendable {
  enum State: Equatable {
    /// No event and no frame yet.
    case undecided
    /// Events without a frame.
    case plain
    /// Inside the frame of this id.
    case open([UInt8])
    /// Behind a frame's end.
    case closed
  }

  private(set) var state = State.undecided
  /// Events read in the open frame.
  public private(set) var events = 0
  private var parser = FrameParser()
  /// The ids of all frames so far.
  public private(set) var seen: Set<[UInt8]> = []

  /// A tracker at the start of a stream, or behind frames with the ids `earlier`.
  public init(earlier: Set<[UInt8]> = []) { seen = earlier }

  /// Whether a frame is open.
  public var isInsideFrame: Bool {
    if case .open = state { true } else { false }
  }

  /// Whether the stream has frames.
  public var isFramed: Bool {
    switch state {
    case .open, .closed: true
    case .undecided, .plain: false
    }
  }

  /// Notes one more event.
  ///
  /// - Throws: `eventOutside` between two frames, or behind the last.
  @inline(__always)
  public mutating func noteEvent() throws(FrameProblem) {
    events += 1
    switch state {
    case .open, .plain: return
    case .undecided: state = .plain
    case .closed: throw .eventOutside
    }
  }

  /// Notes a frame's line and gives what it is; an end is checked against its begin.
  ///
  /// - Throws: a line that is malformed, out of place, or of another or a repeated frame.
  public mutating func note(_ line: Span<UInt8>) throws(FrameProblem) -> FrameLine {
    let frame = try parser.parse(line)
    switch frame {
    case .begin(let begin):
      switch state {
      case .undecided, .closed: break
      case .plain: throw .eventOutside
      case .open: throw .beginInside(events: events)
      }
      guard seen.insert(begin.id).inserted else { throw .repeatedFrame }
      state = .open(begin.id)
      events = 0
    case .end(let end):
      guard case .open(let id) = state else { throw .endOutside }
      guard id == end.id else { throw .otherFrame }
      state = .closed
    }
    return frame
  }

  /// What an end's own words, or its count, say against it being whole; nil where nothing does.
  public func incompleteness(of end: FrameEnd) -> FrameProblem? {
    if end.status != Array("complete".utf8) {
      return .status(String(decoding: end.status, as: UTF8.self))
    }
    return end.events == events ? nil : .wrongCount(said: end.events, read: events)
  }

  /// What the end of a document's frame, or the number of bytes, says against its being whole.
  public func incompleteness(of end: FrameEnd, documentBytes: Int) -> FrameProblem? {
    if end.status != Array("complete".utf8) {
      return .status(String(decoding: end.status, as: UTF8.self))
    }
    guard let said = end.documentBytes else { return .malformed("bytes is missing") }
    return said == documentBytes ? nil : .wrongByteCount(said: said, read: documentBytes)
  }

  /// Checks that the input may end here.
  ///
  /// - Throws: `noEnd` inside a frame.
  public func noteEndOfInput() throws(FrameProblem) {
    if case .open = state { throw .noEnd(events: events) }
  }
}
