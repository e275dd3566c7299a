public import Bytes
import Compression
import Containers
import DecisionEvent
public import Stages

/// In which order the events of several inputs come.
public enum InputOrder: String, CaseIterable, Sendable {
  /// By the inputs' paths, then by their place in them.
  case path
  /// By their times; those of one time by path and place.
  case time
}

/// Reads files and folders, each in the form that its content has, into one stream.
public struct SourceRun: Sendable {
  /// Files and folders; standard input where there is none, or for `-`.
  public var files: [String] = []
  /// Whether the stream gets a begin and an end.
  public var isFramed = true
  /// In which order events come.
  public var order = InputOrder.path
  /// Whether artifacts of kt-sink are compared with their manifests.
  public var verifies = true
  /// The file that tells what was read before, and what will have been read; nil for none.
  public var cursor: Path?
  /// How many seconds before the latest exported event's time are read again by the next run.
  public var overlap: Int64?
  /// How the frames of a run that does not end are cut; nil for one that ends.
  public var follow: FrameLimit?
  private var options: PumpOptions
  private let tool: ToolIdentity

  /// A run over standard input.
  public init(_ options: PumpOptions, tool: ToolIdentity) {
    self.options = options
    self.options.framing = .ignore
    self.tool = tool
  }

  private var maximumLine: Int { options.maximumLine }

  /// The inputs, of which artifacts outside of the window are skipped whole.
  private func inputs(_ window: TimeWindow) -> InputList {
    let diagnostics = Diagnostics(tool: tool.name)
    let gate = ArtifactGate(window: window, verifies: verifies) { diagnostics.report($0) }
    return InputList(names: files, gate: gate)
  }

  /// Reads the inputs, and hands on what is asked for.
  ///
  /// - Throws: what a cursor, or reading again, can't go on with; how the stream went is in the
  ///   status.
  public func run(_ request: SourceRequest) throws(Problem) -> ExitStatus {
    if let follow { return try self.follow(follow, request) }
    if let cursor { return try resume(cursor, request) }
    var request = request
    request.isOrdering = order == .time
    let inputs = inputs(request.window)
    var pump = Pump(SourceStage(request), options: options, tool: tool)
    let summary = pump.run { pump throws(Problem) in
      defer { pump.skippedArtifacts = inputs.gate.skipped }
      if isFramed { pump.beginFrame() }
      switch order {
      case .path:
        try inputs.visit { path throws(Problem) in
          try pump.readEvents(of: path, maximumLine: maximumLine)
        }
      case .time:
        var merge = TimeMerge(maximumLine: maximumLine, dictionary: request.dictionary)
        try inputs.visit { path throws(Problem) in try merge.add(path, &pump) }
        try merge.run(&pump)
      }
    }
    return summary.status
  }

  private func resume(
    _ cursor: Path, _ given: SourceRequest
  ) throws(Problem) -> ExitStatus {
    let lookback = Lookback(overlap: overlap, isBounded: given.window.until != nil)
    // Every input must be seen, or the cursor would take it for gone.
    let inputs = inputs(TimeWindow())
    var run = try ResumedRun(
      cursor: cursor, inputs: inputs, lookback: lookback, maximumLine: maximumLine)
    var request = given
    request.history = run.history
    request.isOrdering = overlap != nil
    var pump = Pump(SourceStage(request), options: options, tool: tool)
    let summary = pump.run { pump throws(Problem) in
      defer { pump.skippedArtifacts = inputs.gate.skipped }
      if isFramed { pump.beginFrame() }
      try run.read(&pump)
    } concluding: { pump throws(Problem) in
      try run.conclude(&pump)
    }
    return summary.status
  }

  private func follow(
    _ limit: FrameLimit, _ given: SourceRequest
  ) throws(Problem) -> ExitStatus {
    let lookback = Lookback(overlap: overlap, isBounded: given.window.until != nil)
    // As above: what is left out of one look would be gone.
    let inputs = inputs(TimeWindow())
    var cursorFile: CursorFile?
    var cursor = Cursor()
    var identity: [UInt64]?
    if let path = self.cursor {
      let file = try CursorFile(path)
      cursor = file.current
      identity = try file.identity
      cursorFile = consume file
    }
    var request = given
    request.history = ExportHistory(cursor)
    request.isOrdering = overlap != nil
    var options = options
    options.framing = isFramed ? .continuous : .ignore
    let files = FollowedFiles(
      inputs, cursor, cursorIdentity: identity, lookback: lookback,
      maximumLine: maximumLine)
    var run = FollowRun(files, cursor: cursorFile, limit: limit)
    var pump = Pump(SourceStage(request), options: options, tool: tool)
    let summary = pump.run { pump throws(Problem) in
      defer { pump.skippedArtifacts = inputs.gate.skipped }
      try run.run(&pump)
    } concluding: { pump throws(Problem) in
      try run.conclude(&pump)
    }
    return summary.status
  }
}
