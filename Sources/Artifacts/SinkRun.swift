import Bytes
import Compression
public import DecisionEvent
import Digests
import Manifests
public import Stages

/// Fills one artifact from standard input and publishes it with its manifest.
public struct SinkRun<Check: PublicationCheck & ~Copyable>: Sendable {
  let destination: SinkDestination
  let options: ArtifactOptions
  let allowsPartial: Bool
  private let allowsUnframed: Bool
  let checks: Check.Options
  let tool: ToolIdentity

  /// A run that fills what `destination` names, after events with receipts were checked as `checks`
  /// says.
  public init(
    to destination: SinkDestination, options: ArtifactOptions, allowsPartial: Bool,
    allowsUnframed: Bool, checks: Check.Options, tool: ToolIdentity
  ) {
    self.destination = destination
    self.options = options
    self.allowsPartial = allowsPartial
    self.allowsUnframed = allowsUnframed
    self.checks = checks
    self.tool = tool
  }

  var path: String { destination.path }

  /// Takes events, or where the artifact's name says so and no frame is asked for, any bytes.
  public func run(_ pumpOptions: PumpOptions, dictionary: EventDictionary) -> ExitStatus {
    SignalCleanup.install()
    let diagnostics = Diagnostics(tool: tool.name)
    var tally = SinkTally()
    let status: ExitStatus
    do throws(Problem) {
      status = try take(pumpOptions, dictionary, &tally)
    } catch {
      diagnostics.report(error.message)
      status = error.status
    }
    diagnostics.report(
      Statistics(
        counts: tally.counts, bytesRead: tally.bytesRead, bytesWritten: tally.bytesWritten,
        observation: tally.observation), as: pumpOptions.statistics)
    return status
  }

  /// Takes the input: as one export, or each frame by itself where others continue it.
  private func take(
    _ given: PumpOptions, _ dictionary: EventDictionary, _ tally: inout SinkTally
  ) throws(Problem) -> ExitStatus {
    var pumpOptions = given
    pumpOptions.framing = .strip
    pumpOptions.requiresFrame = !allowsUnframed
    pumpOptions.toleratesIncompleteness = allowsPartial
    pumpOptions.consequence = "; nothing published"
    pumpOptions.statistics = nil
    pumpOptions.endsBehindContinuedFrame = true
    // Where the name says so, any bytes are taken as they are, compressed ones too.
    let takesBytes =
      destination.template == nil && allowsUnframed && !MediaType(artifact: path).isEvents
    var input = SinkInput(decodes: !takesBytes)
    while true {
      let status =
        takesBytes
        ? try takeDocument(&input, pumpOptions, &tally)
        : try takeExport(&input, pumpOptions, dictionary, &tally)
      guard tally.isContinued, try input.hasMore() else { return status }
      pumpOptions.keepsRejects = true
      pumpOptions.earlierFrames = tally.frames
      pumpOptions.consequence = "; nothing more published"
    }
  }

  private func takeExport(
    _ input: inout SinkInput, _ pumpOptions: PumpOptions, _ dictionary: EventDictionary,
    _ tally: inout SinkTally
  ) throws(Problem) -> ExitStatus {
    guard let template = destination.template else {
      let writer = try ArtifactWriter(path, options: options)
      let frame: DocumentFrame?
      do throws(Problem) {
        frame = try input.documentFrame(
          maximumLine: pumpOptions.maximumLine, earlier: pumpOptions.earlierFrames)
      } catch {
        writer.discard()
        throw error
      }
      if let frame { return try take(frame, &input, writer, pumpOptions, &tally) }
      return try takeEvents(&input, writer, pumpOptions, dictionary, &tally)
    }
    let export = ExportRun<Check>(
      template: template, options: options, allowsPartial: allowsPartial, checks: checks,
      tool: tool)
    return try export.run(&input, pumpOptions, dictionary: dictionary, &tally)
  }

  private func takeEvents(
    _ input: inout SinkInput, _ writer: consuming ArtifactWriter, _ pumpOptions: PumpOptions,
    _ dictionary: EventDictionary, _ tally: inout SinkTally
  ) throws(Problem) -> ExitStatus {
    let filling = SinkStage<Check>(
      writer, dictionary: dictionary, checking: checks, consequence: pumpOptions.consequence)
    var pump = Pump(filling, options: pumpOptions, tool: tool)
    let summary = pump.run { pump throws(Problem) in try input.read(&pump) }
    let stage = pump.takeStage()
    let observation = stage.observation
    let checkpoint = stage.checkpoint
    let doubt = stage.doubt
    var writer = stage.takeWriter()
    tally.add(summary, observation)
    let outcome: StreamOutcome
    var manifest = makeManifest(MediaType(eventsIn: path))
    manifest.list(checkpoint, besides: Path(argument: path).folder)
    do throws(Problem) {
      outcome = try StreamOutcome(
        summary, allowsPartial: allowsPartial, consequence: pumpOptions.consequence)
      try outcome.describe(summary, doubting: doubt, by: tool, in: &manifest)
      if summary.isContinued { try writer.avoidTakenName() }
    } catch {
      writer.discard()
      throw error
    }
    guard outcome.isPublished else {
      writer.discard()
      return summary.status
    }
    try publish(writer, &manifest, events: summary.counts.written, observation, &tally)
    return summary.status
  }

  func makeManifest(_ mediaType: MediaType) -> ExportManifest {
    var manifest = ExportManifest(
      mediaType: mediaType.name, tool: tool.name, toolVersion: tool.version, created: .now)
    manifest.describe(options.compression)
    return manifest
  }

  func publish(
    _ writer: consuming ArtifactWriter, _ manifest: inout ExportManifest, events: Int?,
    _ observation: Observation, _ tally: inout SinkTally
  ) throws(Problem) {
    let publication = try Publication(writer)
    let content = publication.artifactContent
    var entry = ArtifactEntry(
      path: publication.artifactName, bytes: content.stored.bytes,
      sha256: content.stored.sha256, events: events, uncompressedBytes: content.uncompressedBytes,
      uncompressedSHA256: content.uncompressedSHA256)
    entry.first = observation.first
    entry.last = observation.last
    manifest.artifacts = [entry]
    var text = Output(capacity: 4096)
    manifest.write(into: &text)
    try publication.publish(manifest: text.bytes)
    tally.bytesWritten += content.stored.bytes
  }
}

/// What the last line of statistics tells; it comes behind every other message.
struct SinkTally {
  var counts = Counts()
  var bytesRead = 0
  var bytesWritten = 0
  var observation = Observation()
  /// The ids of the frames that were read.
  var frames: Set<[UInt8]> = []
  /// Whether another export may follow.
  var isContinued = false

  /// Adds what one more run has read.
  mutating func add(_ summary: RunSummary, _ seen: Observation) {
    counts.add(summary.counts)
    bytesRead += summary.bytesRead
    observation.add(seen)
    isContinued = summary.isContinued
    frames = summary.frames
  }
}
