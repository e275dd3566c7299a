import Bytes
import Compression
public import DecisionEvent
public import Stages

/// Fills one artifact from standard input and publishes it with its manifest.
public struct SinkRun: Sendable {
  private let path: String
  private let options: ArtifactOptions
  private let allowsPartial: Bool
  private let allowsUnframed: Bool
  private let tool: ToolIdentity

  /// A run for the artifact at `path`.
  public init(
    path: String, options: ArtifactOptions, allowsPartial: Bool, allowsUnframed: Bool,
    tool: ToolIdentity
  ) {
    self.path = path
    self.options = options
    self.allowsPartial = allowsPartial
    self.allowsUnframed = allowsUnframed
    self.tool = tool
  }

  /// What the last line of statistics tells; it comes behind every other message.
  private struct Tally {
    var counts = Counts()
    var bytesRead = 0
    var bytesWritten = 0
    var observation = Observation()
  }

  /// Takes events, or where the artifact's name says so and no frame is asked for, any bytes.
  public func run(_ pumpOptions: PumpOptions, dictionary: EventDictionary) -> ExitStatus {
    SignalCleanup.install()
    let diagnostics = Diagnostics(tool: tool.name)
    var tally = Tally()
    let status: ExitStatus
    do throws(Problem) {
      let named = MediaType(artifact: path)
      let writer = try ArtifactWriter(path, options: options)
      if allowsUnframed, !named.isEvents {
        status = try takeDocument(writer, named, &tally)
      } else {
        status = try takeEvents(writer, pumpOptions, dictionary, &tally)
      }
    } catch {
      diagnostics.report(error.message)
      // Nothing was published, so nothing was written.
      tally.bytesWritten = 0
      status = error.status
    }
    diagnostics.report(
      Statistics(
        counts: tally.counts, bytesRead: tally.bytesRead, bytesWritten: tally.bytesWritten,
        observation: tally.observation), as: pumpOptions.statistics)
    return status
  }

  private func takeEvents(
    _ writer: consuming ArtifactWriter, _ given: PumpOptions, _ dictionary: EventDictionary,
    _ tally: inout Tally
  ) throws(Problem) -> ExitStatus {
    var pumpOptions = given
    pumpOptions.framing = .strip
    pumpOptions.requiresFrame = !allowsUnframed
    pumpOptions.toleratesIncompleteness = allowsPartial
    pumpOptions.consequence = "; nothing published"
    pumpOptions.statistics = nil
    var pump = Pump(
      SinkStage(writer, dictionary: dictionary), options: pumpOptions, tool: tool)
    let summary = pump.run(files: [])
    let stage = pump.takeStage()
    let observation = stage.observation
    let writer = stage.takeWriter()
    tally.counts = summary.counts
    tally.bytesRead = summary.bytesRead
    tally.observation = observation
    let incompleteness = summary.incompleteness ?? Self.leftOut(summary.counts.malformed)
    guard !summary.wasStopped, incompleteness == nil || allowsPartial else {
      writer.discard()
      if !summary.wasStopped, let incompleteness {
        throw Problem(
          .badInput, "stream not complete: \(incompleteness)\(pumpOptions.consequence)")
      }
      return summary.status
    }
    let isComplete = incompleteness != nil ? false : summary.isFramed ? true : nil
    try publish(writer, MediaType(eventsIn: path), &tally) { content in
      Manifest(
        artifact: Path(bytes: Path(argument: path).lastComponent), content: content,
        mediaType: MediaType(eventsIn: path), compression: options.compression,
        counts: summary.counts,
        observation: observation, isFramed: summary.isFramed, isComplete: isComplete,
        incompleteness: incompleteness, stages: summary.stages, tool: tool, created: .now)
    }
    return summary.status
  }

  private static func leftOut(_ malformed: Int) -> String? {
    switch malformed {
    case 0: nil
    case 1: "1 malformed line left out"
    default: "\(malformed) malformed lines left out"
    }
  }

  /// Takes any bytes, which nothing says are complete.
  private func takeDocument(
    _ writer: consuming ArtifactWriter, _ mediaType: MediaType, _ tally: inout Tally
  ) throws(Problem) -> ExitStatus {
    var writer = writer
    do throws(Problem) {
      tally.bytesRead = try Self.copyStandardInput(to: &writer)
    } catch {
      writer.discard()
      throw error
    }
    try publish(writer, mediaType, &tally) { content in
      Manifest(
        artifact: Path(bytes: Path(argument: path).lastComponent), content: content,
        mediaType: mediaType, compression: options.compression, counts: nil,
        observation: Observation(),
        isFramed: false, isComplete: nil, incompleteness: nil, stages: [], tool: tool,
        created: .now)
    }
    return .success
  }

  private static func copyStandardInput(
    to writer: inout ArtifactWriter
  ) throws(Problem) -> Int {
    var source = Descriptor.standardInput
    var input = Input()
    var isStart = true
    while true {
      var isMore = true
      do throws(SystemError) {
        guard StandardStreams.hasInput else {
          throw SystemError("read", StandardStreams.closedStreamCode)
        }
        isMore = try input.fill(from: &source)
      } catch {
        throw Problem(reading: nil, .system(error))
      }
      if isStart, isMore, input.unread.count < FramedStream.prefixLength { continue }
      if isStart, FramedStream.begins(input.unread) {
        throw Problem(
          .badInput, "a framed stream of events is no document; nothing published")
      }
      isStart = false
      try writer.write(input.unread)
      let count = input.unread.count
      input.consume(count)
      if !isMore { return input.bytesRead }
    }
  }

  private func publish(
    _ writer: consuming ArtifactWriter, _ mediaType: MediaType, _ tally: inout Tally,
    _ manifest: (ArtifactContent) -> Manifest
  ) throws(Problem) {
    let publication = try Publication(writer)
    let content = publication.artifactContent
    tally.bytesWritten = content.stored.bytes
    var text = Output(capacity: 4096)
    manifest(content).write(into: &text)
    try publication.publish(manifest: text.bytes)
  }
}
