import Bytes
import Compression
import EventJSON

/// Runs a stage over its input: fill, split, process, keep runs, flush, finish.
///
/// The pump owns everything that stages have in common: reading and splitting lines, what
/// becomes of malformed ones, frames, counts, merging neighbouring kept lines into one write,
/// and flushing before a read that may block.
///
/// Invariants:
/// - `output` holds whole lines only, in their order, except while a line that is too long and
///   handed on passes through.
/// - `frameCounts` are those of the open frame; `counts` those of all frames before it.
public struct Pump<S: Stage & ~Copyable>: ~Copyable {
  /// The stage that runs.
  public internal(set) var stage: S
  let options: PumpOptions
  let tool: ToolIdentity
  let diagnostics: Diagnostics

  var output = Output()
  /// Where a stage writes: apart from `output`, so that a kept run before it goes out first.
  var stageOutput = Output(capacity: 4096)
  let destination = Descriptor.standardOutput
  var rejects: RejectsFile?
  var rejectsIdentity: [UInt64]?
  var progress: Progress

  var frames: FrameTracker
  /// The frame that is open on the output: its id, or nil.
  var outputFrame: [UInt8]?
  /// Whether something shows that the open frame is not whole.
  var isPartial = false
  /// The end of the frame that is open on the output, where it waits for the end of the input.
  var heldEnd: FrameEnd?
  var incompleteness: String?
  var upstreamStages: [UInt8] = []
  /// How many bytes had been written before the document inside the open frame.
  var documentStart = 0

  var counts = Counts()
  var frameCounts = Counts()
  /// How many events the stage kept or replaced: those that fit, for limits and counts.
  var kept = 0
  var bytesRead = 0
  var bytesWritten = 0
  /// Artifacts that were not read, as their manifests say that they hold nothing that is wanted.
  public var skippedArtifacts = 0
  /// Whether the frame that is read may be continued by others.
  var isInContinuedFrame = false
  /// Whether such a frame has ended the run.
  var isContinued = false
  /// Whether a write to standard output has failed.
  var hasFailedToWrite = false
  /// Whether the limit is reached, so that nothing more is kept.
  var isSatisfied = false
  /// Whether a last line that was cut off was taken for a part of an incomplete frame.
  var hasTolerated = false
  private var status = ExitStatus.success
  private var wasStopped = false

  /// A pump of `stage` to standard output.
  public init(_ stage: consuming S, options: PumpOptions, tool: ToolIdentity) {
    self.stage = stage
    self.options = options
    self.tool = tool
    self.diagnostics = Diagnostics(tool: tool.name)
    frames = FrameTracker(earlier: options.earlierFrames)
    self.progress = Progress(isWanted: options.showsProgress, tool: tool.name)
    self.isSatisfied = options.limit == 0
  }

  /// Runs the stage over files, or over standard input where none is named or one is `-`.
  public mutating func run(files: [String]) -> RunSummary {
    run { pump throws(Problem) in
      for name in files.isEmpty ? ["-"] : files {
        try pump.readLines(of: name == "-" ? nil : Path(argument: name))
        if pump.isDone { break }
      }
    }
  }

  /// Runs `body`, which reads the input, between begin and end, and reports how it went.
  ///
  /// - Parameter conclude: what is to be done once everything is written out.
  public mutating func run(
    _ body: (inout Pump<S>) throws(Problem) -> Void,
    concluding conclude: (inout Pump<S>) throws(Problem) -> Void = { _ in }
  ) -> RunSummary {
    do throws(Problem) {
      try open()
      try body(&self)
      try finishInput()
      try finishStage()
      try conclude(&self)
    } catch {
      wasStopped = true
      stop(error)
    }
    counts.add(frameCounts)
    if counts.malformed > (hasTolerated ? 1 : 0), status == .success { status = .badInput }
    progress.clear()
    reportMalformedCount()
    diagnostics.report(
      Statistics(
        counts: counts, bytesRead: bytesRead, bytesWritten: bytesWritten,
        observation: stage.observation, skippedArtifacts: skippedArtifacts),
      as: options.statistics)
    return RunSummary(
      status: status, wasStopped: wasStopped, isContinued: isContinued,
      frames: frames.seen, counts: counts, kept: kept,
      bytesRead: bytesRead,
      isFramed: frames.isFramed, incompleteness: incompleteness, stages: upstreamStages)
  }

  /// Tells people something that is no problem.
  public mutating func tell(_ message: String) {
    progress.clear()
    diagnostics.report(message)
  }

  /// How many events were written since the last frame ended.
  public var eventsOfFrame: Int { frameCounts.written }

  /// The stage, once it has run.
  public consuming func takeStage() -> S { stage }

  /// Whether the rest of an unframed input need not be read.
  var isDone: Bool {
    isContinued || isSatisfied && frames.state == .plain && outputFrame == nil
  }

  /// Whether what the stage decides is written to standard output.
  var writesEvents: Bool {
    switch options.emission {
    case .events: options.framing != .strip
    case .document: true
    case .count, .nothing: false
    }
  }

  /// Whether frames are written around it.
  var writesFrames: Bool {
    if case .document(_, let isFramed) = options.emission { return isFramed }
    return writesEvents
  }

  /// Whether the stage writes a document.
  var writesDocument: Bool {
    if case .document = options.emission { return true }
    return false
  }

  private mutating func open() throws(Problem) {
    if options.framing != .strip {
      guard StandardStreams.hasOutput else {
        throw Problem(
          writing: "standard output", SystemError("write", StandardStreams.closedStreamCode))
      }
      destination.widenPipe(to: 1024 * 1024)
    }
    if let path = options.rejects {
      do throws(SystemError) {
        let file = try RejectsFile(path, keepsContent: options.keepsRejects)
        rejectsIdentity = file.identity
        rejects = consume file
      } catch {
        throw Problem(writing: Quoting.escaped(path.text), error)
      }
    }
  }

  private mutating func finishInput() throws(Problem) {
    do throws(FrameProblem) {
      if options.requiresFrame || options.requiresFrameOrEvents, frames.state == .undecided {
        throw .noBegin(events: 0)
      }
      try frames.noteEndOfInput()
    } catch {
      try noteIncompleteness(error)
    }
    if let end = heldEnd.take() {
      try flush()
      try endFrame(as: end, nil)
    }
    if options.framing == .start, frames.state == .undecided { beginFrame() }
  }

  /// Ends what is open, and writes everything out.
  private mutating func finishStage() throws(Problem) {
    if options.concludesAtEndOfInput { try flush() }
    // Behind the last of several documents no other begins.
    if !writesDocument || !writesFrames || outputFrame != nil { try endStage() }
    if outputFrame != nil {
      endFrame(upstream: upstreamStages, status: isPartial ? .partial : .complete)
    }
    if case .count = options.emission {
      output.append("\(kept)\n")
    }
    try flush()
    if let rejects = rejects.take() { try rejects.close() }
  }

  /// Lets the stage write what stands behind the last event.
  mutating func endStage() throws(Problem) {
    stage.willFinish(
      StreamHistory(stages: upstreamStages, isFramed: frames.isFramed, isPartial: isPartial))
    repeat {
      do {
        try stage.finish(into: &output)
      } catch {
        throw Self.problem(of: error)
      }
      if stage.hasMore { try flush() }
    } while stage.hasMore
  }

  /// Lets the stage do what must be done before a frame ends as whole.
  mutating func concludeFrame(as status: FrameStatus) throws(Problem) {
    do {
      try stage.concludeFrame(as: status)
    } catch {
      throw Self.problem(of: error)
    }
  }

  private static func problem(of failure: S.Failure) -> Problem {
    switch failure.cause {
    case .fatal(let problem): problem
    case .malformed(let problem): Problem(.badInput, problem.reason)
    }
  }

  /// Reports what ended the run, and tells the reader of an open frame.
  private mutating func stop(_ problem: Problem) {
    status = problem.status
    progress.clear()
    diagnostics.report(problem.message)
    if outputFrame != nil {
      endFrame(upstream: upstreamStages, status: .aborted, reason: problem.message)
    }
    do throws(Problem) {
      try flush()
    } catch {
      // The first problem gives the status; this one is told, too.
      diagnostics.report(error.message)
    }
  }

  private func reportMalformedCount() {
    guard counts.malformed > 0 else { return }
    let lines = counts.malformed == 1 ? "malformed line" : "malformed lines"
    switch options.onError {
    case .fail: break
    case .skip: diagnostics.report("\(counts.malformed) \(lines) left out")
    case .pass: diagnostics.report("\(counts.malformed) \(lines) passed on")
    }
  }
}
