import Bytes
public import EventJSON

// What becomes of one event.
extension Pump where S: ~Copyable {
  /// Decides one event and writes it on a line of its own where it is kept.
  ///
  /// For events that are not lines, such as the elements of an array; `place` is for messages.
  public mutating func feed(_ event: Span<UInt8>, at place: Place) throws(Problem) {
    let malformedBefore = frameCounts.malformed
    switch try decide(event, place) {
    case .drop: return
    case .replaced: try writeStageOutput()
    case .keep:
      if frameCounts.malformed > malformedBefore, Self.hasLineBreak(event) {
        // Without its line breaks a malformed event would be another one, perhaps a valid one.
        frameCounts.written -= 1
        noteMissing()
        return
      }
      try writeOnOneLine(event)
      output.append(.newline)
    }
  }

  private static func hasLineBreak(_ event: Span<UInt8>) -> Bool {
    ByteScan.firstIndex(of: .newline, in: event, from: 0) != nil
  }

  /// Writes an event without the line breaks between its tokens; a valid one has no others.
  private mutating func writeOnOneLine(_ event: Span<UInt8>) throws(Problem) {
    var start = 0
    var offset = 0
    if Self.hasLineBreak(event) {
      while offset < event.count {
        if event[offset] == .newline || event[offset] == .carriageReturn {
          try write(event.extracting(start..<offset))
          start = offset + 1
        }
        offset += 1
      }
    }
    try write(event.extracting(start..<event.count))
  }

  /// Counts and decides an event; `.keep` where its own bytes are to be written, `.replaced`
  /// where those of the stage are.
  mutating func decide(_ line: Span<UInt8>, _ place: Place) throws(Problem) -> Verdict {
    if options.framing.readsFrames { try noteEvent(place) }
    frameCounts.read += 1
    guard line.count <= options.maximumLine else {
      let problem = JSONProblem(.tooLong(limit: options.maximumLine), at: options.maximumLine)
      return try handle(.malformed(problem), line, place)
    }
    let verdict: Verdict
    stage.willProcess(eventAt: place)
    do {
      verdict = try stage.process(line, into: &stageOutput)
    } catch {
      return try handle(error.cause, line, place)
    }
    if case .drop = verdict {
      frameCounts.dropped += 1
      return .drop
    }
    return keep(verdict)
  }

  private mutating func keep(_ verdict: Verdict) -> Verdict {
    if isSatisfied {
      stageOutput.removeAll()
      frameCounts.dropped += 1
      return .drop
    }
    beginFrameIfDue()
    frameCounts.written += 1
    kept += 1
    if let limit = options.limit, kept >= limit { isSatisfied = true }
    return writesEvents ? verdict : .drop
  }

  /// Writes what the stage wrote in the place of an event.
  mutating func writeStageOutput() throws(Problem) {
    guard stageOutput.count > 0 else { return }
    if !writesDocument { stageOutput.append(.newline) }
    try makeRoom(stageOutput.count)
    stageOutput.move(to: &output)
  }

  mutating func noteEvent(_ place: Place) throws(Problem) {
    let wasUndecided = frames.state == .undecided
    do throws(FrameProblem) {
      if wasUndecided, options.requiresFrame { throw .noBegin(events: 1) }
      try frames.noteEvent()
    } catch {
      throw Problem(.badInput, "\(place.text): \(error.reason)\(options.consequence)")
    }
    if wasUndecided, options.framing == .start { beginFrame() }
  }

  private mutating func handle(
    _ cause: FailureCause, _ line: Span<UInt8>, _ place: Place
  ) throws(Problem) -> Verdict {
    stageOutput.removeAll()
    switch cause {
    case .fatal(let problem): throw problem
    case .malformed(let problem):
      try reject(line, endsLine: true)
      guard try noteMalformed(problem, in: line, place) else { return .drop }
      guard problem.kind != .reservedMember else {
        // Handed on, it could be taken for a frame's line.
        noteMissing()
        return .drop
      }
      beginFrameIfDue()
      frameCounts.written += 1
      return writesEvents ? .keep : .drop
    }
  }

  /// Counts and reports a malformed line; true where it is handed on.
  mutating func noteMalformed(
    _ problem: JSONProblem, in event: Span<UInt8>, _ place: Place
  ) throws(Problem) -> Bool {
    try noteMalformed(Problem(problem, in: event, at: place))
  }

  /// Counts and reports something malformed; true where it is handed on.
  mutating func noteMalformed(_ problem: Problem) throws(Problem) -> Bool {
    frameCounts.malformed += 1
    if case .fail = options.onError { throw problem }
    if case .skip = options.onError { noteMissing() }
    if counts.malformed + frameCounts.malformed <= 10 {
      progress.clear()
      diagnostics.report(problem.message)
    }
    return options.onError == .pass
  }

  /// Notes that something of the input is missing, whatever becomes of malformed lines.
  public mutating func noteMissing() {
    isPartial = true
    stage.noteMissing()
  }

  /// Counts and reports something wrong between events, which is not an event itself.
  public mutating func noteFault(
    _ kind: JSONProblem.Kind, at place: Place
  ) throws(Problem) {
    let nothing: [UInt8] = []
    frameCounts.read += 1
    _ = try noteMalformed(JSONProblem(kind, at: 0), in: nothing.span, place)
  }

  /// Keeps a malformed line in the rejects file, byte for byte.
  mutating func reject(_ bytes: Span<UInt8>, endsLine: Bool) throws(Problem) {
    try rejects?.write(bytes)
    guard endsLine else { return }
    let newline: [UInt8] = [.newline]
    try rejects?.write(newline.span)
  }

  /// Appends bytes to the output, or writes them at once where they are many.
  mutating func write(_ bytes: Span<UInt8>) throws(Problem) {
    try makeRoom(bytes.count)
    guard bytes.count >= Self.directWriteSize else {
      output.append(bytes)
      return
    }
    try flush()
    guard !hasFailedToWrite else { return }
    do throws(SystemError) {
      try destination.writeAll(bytes)
      bytesWritten += bytes.count
    } catch {
      throw noteFailedWrite(error)
    }
  }

  /// From this size on, copying bytes into the block costs more than a call of its own.
  private static var directWriteSize: Int { 128 * 1024 }

  /// Writes the block out where `count` more bytes would make it larger than it was made for.
  private mutating func makeRoom(_ count: Int) throws(Problem) {
    if output.count + count > 256 * 1024 { try flush() }
  }

  /// Writes out what is in the block.
  ///
  /// - Throws: `failure`; 141 without a message where the reader has gone.
  public mutating func flush() throws(Problem) {
    guard !hasFailedToWrite else { return output.removeAll() }
    let count = output.count
    do throws(SystemError) {
      try output.flush(to: destination)
      bytesWritten += count
    } catch {
      throw noteFailedWrite(error)
    }
  }

  /// After a failed write nothing more is written: what is out must stay a prefix.
  private mutating func noteFailedWrite(_ error: SystemError) -> Problem {
    hasFailedToWrite = true
    output.removeAll()
    return Problem(writing: "standard output", error)
  }
}
