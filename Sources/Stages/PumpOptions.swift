public import Bytes

/// What becomes of malformed lines (spec/cli.md, "Malformed lines").
public enum ErrorPolicy: String, CaseIterable, Sendable {
  /// Report the first one and stop.
  case fail
  /// Leave them out, report how many, and end with status 3.
  case skip
  /// Hand them on unchanged, and end with status 3.
  case pass
}

/// What a run writes to standard output.
public enum Emission: Sendable {
  /// The events that are kept.
  case events
  /// A document of this media type that the stage makes of them, to the last byte.
  ///
  /// Frames that are read end here, so that the document stands alone; with `isFramed` it is
  /// handed on inside one (spec/cli.md, "Framed streams").
  case document(mediaType: String, isFramed: Bool)
  /// Their number, when all is read.
  case count
  /// Nothing.
  case nothing
}

/// What a run does with frames.
public enum Framing: Sendable, Equatable {
  /// Framed in, framed out; unframed in, unframed out.
  case keep
  /// Framed out, whatever comes in.
  case start
  /// Frames are read and not written: the events go elsewhere.
  case strip
  /// Frames' lines are events like others: the source's way, which then refuses them.
  case ignore
  /// The same; a frame is begun with an event that goes on, and ended by who reads the input, again
  /// and again.
  case continuous

  /// Whether lines of the input may belong to a frame.
  var readsFrames: Bool {
    switch self {
    case .keep, .start, .strip: true
    case .ignore, .continuous: false
    }
  }
}

/// How a `Pump` runs its stage.
public struct PumpOptions: Sendable {
  /// What becomes of malformed lines.
  public var onError = ErrorPolicy.fail
  /// The file that malformed lines are kept in, or nil.
  public var rejects: Path?
  /// The longest line in bytes, its newline not counted.
  public var maximumLine = 64 * 1024 * 1024
  /// The most bytes to read, after decoding, or nil.
  public var maximumBytes: Int?
  /// How many events are kept before the rest is dropped, or nil.
  public var limit: Int?
  /// What is written to standard output.
  public var emission = Emission.events
  /// What is done with frames.
  public var framing = Framing.keep
  /// Whether an incomplete frame, or a last line that is cut off in one, is noted instead of
  /// ending the run: the sink's `--allow-partial`.
  public var toleratesIncompleteness = false
  /// Whether events without a frame are refused: the sink's way.
  public var requiresFrame = false
  /// Whether an input with neither a frame nor an event is refused, as a source leaves it that died
  /// before it began: the way of seals and of documents inside a frame, which would be whole without
  /// any event.
  public var requiresFrameOrEvents = false
  /// Whether the run ends behind a frame that others continue, and the next run goes on there: the
  /// sink's way.
  public var endsBehindContinuedFrame = false
  /// Whether a frame ends on the output only once the input has ended behind it and every event is
  /// written, and no other frame may follow: for stages that must not conclude before they know
  /// that nothing more can fail.
  public var concludesAtEndOfInput = false
  /// The ids of the frames that earlier runs have read, none of which may come again.
  public var earlierFrames: Set<[UInt8]> = []
  /// Whether the rejects of an earlier run are kept.
  public var keepsRejects = false
  /// What an incomplete stream leads to, said behind it in messages, such as
  /// `; nothing published`.
  public var consequence = ""
  /// How the last line of statistics is shown, or nil.
  public var statistics: StatisticsFormat?
  /// Whether progress is drawn on a terminal.
  public var showsProgress = false

  /// The defaults of spec/cli.md.
  public init() {}
}

/// How a run of a `Pump` ended.
public struct RunSummary: Sendable {
  /// The exit status; problems have been reported.
  public let status: ExitStatus
  /// Whether a problem ended the run before the end of the input.
  public let wasStopped: Bool
  /// Whether it ended behind a frame that others may continue.
  public let isContinued: Bool
  /// The ids of the frames that were read, and of those that earlier runs have read.
  public let frames: Set<[UInt8]>
  /// What was counted over the whole run.
  public let counts: Counts
  /// How many events fitted.
  public let kept: Int
  /// How many bytes were read, after decoding.
  public let bytesRead: Int
  /// Whether the input was framed.
  public let isFramed: Bool
  /// What shows that something is missing, where that was tolerated; nil if nothing does.
  public let incompleteness: String?
  /// The JSON of the stages before this one, in the order of the frames, without brackets.
  public let stages: [UInt8]
}
