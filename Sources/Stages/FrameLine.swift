/// The first line of a framed stream (spec/cli.md, "Framed streams").
public struct FrameBegin: Sendable, Equatable {
  /// 32 hexadecimal digits, random.
  public let id: [UInt8]
  /// Whether every line up to the end was validated by the tool that wrote it.
  public let isValidated: Bool
  /// Whether more frames may follow, each of which is an export of its own.
  public let continues: Bool
  /// The media type of the document inside, or nil for events.
  public let media: [UInt8]?
}

/// The last line of a framed stream.
public struct FrameEnd: Sendable, Equatable {
  /// The id of its begin.
  public let id: [UInt8]
  /// How many events stand between begin and end.
  public let events: Int
  /// How many bytes the document between begin and end has; nil where events stand there.
  public let documentBytes: Int?
  /// `complete`, `partial` or `aborted`.
  public let status: [UInt8]
  /// The JSON of the stages' entries, without the array's brackets.
  public let stages: [UInt8]
}

/// A line that belongs to a frame.
public enum FrameLine: Sendable, Equatable {
  /// The begin.
  case begin(FrameBegin)
  /// The end.
  case end(FrameEnd)

  /// Whether a line is one of a frame's, for those that count events without running a stage.
  public static func isFrame(_ line: Span<UInt8>) -> Bool { FrameParser.isFrame(line) }
}
