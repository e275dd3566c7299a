/// What is wrong with a framed stream.
public enum FrameProblem: Error, Equatable, Sendable {
  /// A frame's line that is none.
  case malformed(String)
  /// A frame of a later version of these tools.
  case unknownVersion
  /// An event before a begin or behind an end, in a stream that has frames.
  case eventOutside
  /// A begin inside a frame.
  case beginInside(events: Int)
  /// An end without its begin.
  case endOutside
  /// An end with another id than its begin.
  case otherFrame
  /// The id of an earlier frame.
  case repeatedFrame
  /// An end that counts other than what was read.
  case wrongCount(said: Int, read: Int)
  /// An end whose status is not complete.
  case status(String)
  /// Events, or none, where a frame must begin.
  case noBegin(events: Int)
  /// An end that says another number of bytes than its document has.
  case wrongByteCount(said: Int, read: Int)
  /// The input ended inside a frame with a document.
  case noEndOfDocument(bytes: Int)
  /// The input ended inside a frame.
  case noEnd(events: Int)

  /// Whether the frame is sound but says, or shows, that something is missing.
  public var isIncompleteness: Bool {
    switch self {
    case .noEnd, .status, .wrongCount, .noEndOfDocument, .wrongByteCount: true
    default: false
    }
  }

  /// The sentence for a message.
  public var reason: String {
    switch self {
    case .malformed(let reason): "malformed frame: \(reason)"
    case .unknownVersion: "a frame of a version this tool does not know; update it"
    case .eventOutside: "stream not complete: events outside a frame"
    case .beginInside(let events):
      "stream not complete: a frame begins inside another (\(events) events read)"
    case .endOutside: "stream not complete: the end of a frame that did not begin"
    case .otherFrame: "stream not complete: the end of another frame"
    case .repeatedFrame: "the same frame stands twice in the stream"
    case .wrongCount(let said, let read):
      "stream not complete: \(said) events announced, \(read) read"
    case .wrongByteCount(let said, let read):
      "stream not complete: a document of \(said) bytes announced, \(read) read"
    case .noEndOfDocument(let bytes):
      "stream not complete: no end frame (\(bytes) bytes of a document read)"
    case .status(let status): "stream not complete: its status is \(Quoting.quoted(status))"
    case .noBegin(let events):
      "stream not complete: no begin frame (\(events == 0 ? "no" : "unframed") events read)"
    case .noEnd(let events): "stream not complete: no end frame (\(events) events read)"
    }
  }
}
