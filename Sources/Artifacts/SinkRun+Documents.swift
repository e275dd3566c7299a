import Bytes
import DecisionEvent
import Manifests
import Stages

// Documents: inside a frame, which says what they are and whether they are whole, or without one.
extension SinkRun where Check: ~Copyable {
  /// Takes any bytes, which nothing says are complete, or the document of a frame.
  func takeDocument(
    _ input: inout SinkInput, _ pumpOptions: PumpOptions, _ tally: inout SinkTally
  ) throws(Problem) -> ExitStatus {
    var writer = try ArtifactWriter(path, options: options)
    let frame: DocumentFrame?
    var checkpoint: CheckpointEntry?
    do throws(Problem) {
      frame = try input.documentFrame(
        maximumLine: pumpOptions.maximumLine, earlier: pumpOptions.earlierFrames)
      if frame == nil {
        try Self.copyAll(&input, to: &writer, pumpOptions)
        checkpoint = try conclude(pumpOptions)
      }
    } catch {
      tally.bytesRead += input.takeBytesRead()
      writer.discard()
      throw error
    }
    if let frame { return try take(frame, &input, writer, pumpOptions, &tally) }
    tally.bytesRead += input.takeBytesRead()
    tally.isContinued = false
    var manifest = makeManifest(MediaType(artifact: path))
    manifest.list(checkpoint, besides: Path(argument: path).folder)
    manifest.isDocument = true
    manifest.stages = [StageRecord(tool: tool, counts: Counts())]
    try publish(writer, &manifest, events: nil, Observation(), &tally)
    return .success
  }

  /// The checkpoint to list; events in a document, and what they carry, are not looked at.
  private func conclude(_ pumpOptions: PumpOptions) throws(Problem) -> CheckpointEntry? {
    var check = Check(checks)
    do throws(Problem) {
      return try check.conclude()
    } catch {
      throw error.with(consequence: pumpOptions.consequence)
    }
  }

  private static func copyAll(
    _ input: inout SinkInput, to writer: inout ArtifactWriter, _ pumpOptions: PumpOptions
  ) throws(Problem) {
    guard try !input.isAtFrame() else {
      throw Problem(
        .badInput, "a framed stream of events is no document\(pumpOptions.consequence)")
    }
    guard pumpOptions.earlierFrames.isEmpty else {
      throw Problem(
        .badInput, "something follows the frame of the document\(pumpOptions.consequence)")
    }
    repeat {
      try writer.write(input.input.unread)
      let count = input.input.unread.count
      input.consume(count)
    } while try input.fill()
  }

  /// Takes the document of a frame whose begin was read.
  func take(
    _ frame: DocumentFrame, _ input: inout SinkInput, _ writer: consuming ArtifactWriter,
    _ pumpOptions: PumpOptions, _ tally: inout SinkTally
  ) throws(Problem) -> ExitStatus {
    var writer = writer
    var frame = frame
    var manifest: ExportManifest
    let end: FrameEnd?
    do throws(Problem) {
      manifest = makeManifest(try Self.mediaType(of: frame, path))
      let document = try input.copyDocument(
        frame.begin.id, to: &writer, maximumLine: pumpOptions.maximumLine)
      tally.bytesRead += input.takeBytesRead()
      end = try check(document, of: &frame, in: &manifest, pumpOptions)
      try checkFollowing(&input, frame, pumpOptions)
      manifest.list(try conclude(pumpOptions), besides: Path(argument: path).folder)
      if frame.begin.continues { try writer.avoidTakenName() }
    } catch {
      tally.bytesRead += input.takeBytesRead()
      writer.discard()
      throw error
    }
    var counts = Counts()
    counts.read = end?.events ?? 0
    counts.written = counts.read
    tally.counts.add(counts)
    tally.isContinued = frame.begin.continues
    tally.frames = frame.tracker.seen
    manifest.stages.append(StageRecord(tool: tool, counts: counts))
    try publish(writer, &manifest, events: end?.events, Observation(), &tally)
    return .success
  }

  /// The media type that the frame says, where the artifact's name does not speak against it.
  private static func mediaType(
    of frame: DocumentFrame, _ path: String
  ) throws(Problem) -> MediaType {
    let name = String(decoding: frame.begin.media ?? [], as: UTF8.self)
    guard let type = MediaType(document: name, in: path) else {
      throw Problem(.badInput, "\(Quoting.quoted(name)) is no media type; nothing published")
    }
    guard !type.isContradicted(byName: path) else {
      throw Problem(
        .usage,
        "\(Quoting.escaped(path)): named like \(MediaType(artifact: path).name), and the document "
          + "is \(Quoting.escaped(name)); give it another name")
    }
    return type
  }

  /// Writes into the manifest whether the document is whole; a problem where it must be and is not.
  private func check(
    _ document: DocumentEnd, of frame: inout DocumentFrame, in manifest: inout ExportManifest,
    _ pumpOptions: PumpOptions
  ) throws(Problem) -> FrameEnd? {
    let end: FrameEnd?
    let problem: FrameProblem?
    do throws(FrameProblem) {
      (end, problem) = try frame.end(document)
    } catch {
      throw Problem(.badInput, error.reason + pumpOptions.consequence)
    }
    if let problem, !allowsPartial {
      throw Problem(.badInput, problem.reason + pumpOptions.consequence)
    }
    manifest.isDocument = true
    manifest.isFramed = true
    manifest.isComplete = problem == nil
    manifest.incompleteness = problem?.reason
    manifest.stages = try StageRecord.upstream(end?.stages ?? [])
    return end
  }

  /// Only what says so is followed by more.
  private func checkFollowing(
    _ input: inout SinkInput, _ frame: DocumentFrame, _ pumpOptions: PumpOptions
  ) throws(Problem) {
    guard !frame.begin.continues, try input.hasMore() else { return }
    let what =
      try input.isAtFrame()
      ? "another frame follows the document, and an artifact holds one; give each a kt-sink"
      : "something follows the frame of the document"
    throw Problem(.badInput, what + pumpOptions.consequence)
  }
}
