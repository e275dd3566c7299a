import Bytes

// What becomes of frames.
extension Pump where S: ~Copyable {
  /// Begins a frame of this tool's own on the output.
  public mutating func beginFrame() {
    let id = FrameWriter.makeID()
    outputFrame = id
    writeBegin(
      FrameBegin(
        id: id, isValidated: options.onError != .pass,
        continues: options.framing == .continuous, media: nil))
  }

  /// Writes a begin of this tool's own, where frames are written.
  private mutating func writeBegin(_ begin: FrameBegin) {
    guard writesFrames else { return }
    var media: String?
    if case .document(let mediaType, _) = options.emission { media = mediaType }
    FrameWriter.writeBegin(
      id: begin.id, isValidated: begin.isValidated, continues: begin.continues, media: media,
      into: &output)
    documentStart = bytesWritten + output.count
  }

  /// Begins a frame before an event that goes on, where events begin frames.
  mutating func beginFrameIfDue() {
    if options.framing == .continuous, outputFrame == nil { beginFrame() }
  }

  /// Ends the frame that is open, if one is, and writes everything out.
  ///
  /// - Throws: `failure` where it can't be written; 141 without a message where the reader has gone.
  public mutating func finishFrame() throws(Problem) {
    if outputFrame != nil {
      endFrame(upstream: [], status: isPartial ? .partial : .complete)
      isPartial = false
    }
    try flush()
  }

  /// Begins on the output the frame that `line` of the input begins.
  ///
  /// - Throws: `badInput` for a frame that a tool with this output can't hand on; `failure` where
  ///   it can't be written.
  public mutating func beginFrame(
    as begin: FrameBegin, line: Span<UInt8>
  ) throws(Problem) {
    guard begin.media == nil else {
      throw Problem(
        .badInput,
        "the frame holds a document, not events: kt-format stands behind the tools that read "
          + "events, just before kt-sink\(options.consequence)")
    }
    isInContinuedFrame = begin.continues
    // One document is made of all frames, unless each is an export of its own.
    if writesDocument, outputFrame != nil { return }
    guard writesFrames else { return }
    isPartial = false
    outputFrame = begin.id
    if writesDocument {
      writeBegin(begin)
    } else if begin.isValidated, options.onError == .pass {
      // Lines that are handed on malformed must not be taken for validated ones.
      writeBegin(
        FrameBegin(id: begin.id, isValidated: false, continues: begin.continues, media: nil))
    } else {
      try write(line)
      output.append(.newline)
    }
  }

  /// Ends on the output the frame that `end` ends on the input; `problem` is what speaks against
  /// the input's being whole, which ends the run.
  public mutating func endFrame(
    as end: FrameEnd, _ problem: FrameProblem?
  ) throws(Problem) {
    if writesDocument { noteUpstream(end.stages) }
    if let problem {
      let wasPartial = end.status == Array(FrameStatus.partial.rawValue.utf8)
      endFrame(
        upstream: writesDocument ? upstreamStages : end.stages,
        status: wasPartial ? .partial : .aborted, reason: problem.reason)
      try noteIncompleteness(problem)
    } else if !writesDocument {
      let status = isPartial ? FrameStatus.partial : .complete
      try concludeFrame(as: status)
      endFrame(upstream: end.stages, status: status)
    } else if isInContinuedFrame, outputFrame != nil {
      try endStage()
      endFrame(upstream: upstreamStages, status: isPartial ? .partial : .complete)
      upstreamStages.removeAll()
    }
  }

  /// Keeps the stages of a frame that is not handed on by itself.
  private mutating func noteUpstream(_ stages: [UInt8]) {
    guard writesDocument || options.framing == .strip else { return }
    if !upstreamStages.isEmpty, !stages.isEmpty { upstreamStages.append(.comma) }
    upstreamStages += stages
  }

  /// Counts as read what came in, where the stage was given what a command made of that.
  ///
  /// The difference was dropped or added. Called once for each frame, before it ends; `bytes` is
  /// how many were read so far, after decoding.
  public mutating func recount(read events: Int, bytes: Int) {
    let given = frameCounts.read - frameCounts.dropped
    frameCounts.read = events
    frameCounts.dropped = max(0, events - given)
    frameCounts.added = max(0, given - events)
    bytesRead = bytes
  }

  /// Handles a frame's line of the input.
  mutating func processFrame(
    _ line: Span<UInt8>, _ place: Place, consequence: String
  ) throws(Problem) {
    let frame: FrameLine
    do throws(FrameProblem) {
      frame = try frames.note(line)
    } catch {
      throw Problem(.badInput, "\(place.text): \(error.reason)\(consequence)")
    }
    switch frame {
    case .begin(let begin):
      guard heldEnd == nil else {
        throw Problem(
          .badInput,
          "\(place.text): a second frame; only one is taken, and kt-source makes one of many"
            + consequence)
      }
      try beginFrame(as: begin, line: line)
    case .end(let end):
      let incompleteness = frames.incompleteness(of: end)
      if options.concludesAtEndOfInput, incompleteness == nil {
        heldEnd = end
        return
      }
      if case .strip = options.framing {
        // Others write them at once; only who writes a manifest keeps those of all frames.
        noteUpstream(end.stages)
      }
      try endFrame(as: end, incompleteness)
      isContinued = isInContinuedFrame && options.endsBehindContinuedFrame
    }
  }

  /// Ends the run because of an incomplete frame, or notes it where that is tolerated.
  mutating func noteIncompleteness(_ problem: FrameProblem) throws(Problem) {
    guard options.toleratesIncompleteness, problem.isIncompleteness else {
      throw Problem(.badInput, problem.reason + options.consequence)
    }
    incompleteness = incompleteness ?? problem.reason
  }

  /// Ends the frame that is open on the output, and adds its counts to the run's.
  mutating func endFrame(upstream: [UInt8], status: FrameStatus, reason: String? = nil) {
    if let id = outputFrame, writesFrames {
      FrameWriter.writeEnd(
        id: id, status: status, reason: reason, counts: frameCounts,
        documentBytes: writesDocument ? bytesWritten + output.count - documentStart : nil,
        upstream: upstream, tool: tool, into: &output)
    }
    outputFrame = nil
    counts.add(frameCounts)
    frameCounts = Counts()
  }
}
