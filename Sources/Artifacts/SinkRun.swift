import Bytes
public import DecisionEvent
import Gzip
public import Stages

/// Fills one artifact from standard input and publishes it with its manifest.
public struct SinkRun: Sendable {
  private let path: String
  private let options: ArtifactOptions
  private let allowsPartial: Bool
  private let allowsUnframed: Bool
  private let tool: ToolIdentity
  private let diagnostics: Diagnostics

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
    diagnostics = Diagnostics(tool: tool.name)
  }

  /// Takes events, or where the artifact's name says so and no frame is asked for, any bytes.
  public func run(_ pumpOptions: PumpOptions, dictionary: EventDictionary) -> ExitStatus {
    SignalCleanup.install()
    let named = MediaType(artifact: path)
    do throws(Problem) {
      let writer = try ArtifactWriter(path, isGzip: named.isGzip, options: options)
      if allowsUnframed, !named.isEvents {
        return try takeDocument(writer, named)
      }
      return try takeEvents(writer, pumpOptions, dictionary)
    } catch {
      diagnostics.report(error.message)
      return error.status
    }
  }

  private func takeEvents(
    _ writer: consuming ArtifactWriter, _ given: PumpOptions, _ dictionary: EventDictionary
  ) throws(Problem) -> ExitStatus {
    var pumpOptions = given
    pumpOptions.framing = .strip
    pumpOptions.requiresFrame = !allowsUnframed
    pumpOptions.toleratesIncompleteness = allowsPartial
    pumpOptions.consequence = "; nothing published"
    var pump = Pump(
      SinkStage(writer, dictionary: dictionary), options: pumpOptions, tool: tool)
    let summary = pump.run(files: [])
    let stage = pump.takeStage()
    let observation = stage.observation
    let writer = stage.takeWriter()
    let leftOut = summary.counts.malformed
    let incompleteness =
      summary.incompleteness ?? (leftOut > 0 ? "\(leftOut) malformed lines left out" : nil)
    guard !summary.wasStopped, incompleteness == nil || allowsPartial else {
      writer.discard()
      if !summary.wasStopped, let incompleteness {
        throw Problem(
          .badInput, "stream not complete: \(incompleteness)\(pumpOptions.consequence)")
      }
      return summary.status
    }
    let isComplete = incompleteness != nil ? false : summary.isFramed ? true : nil
    try publish(writer, MediaType(eventsIn: path)) { content in
      Manifest(
        artifact: Path(bytes: Path(path).lastComponent), content: content,
        mediaType: MediaType(eventsIn: path), level: options.level, counts: summary.counts,
        observation: observation, isFramed: summary.isFramed, isComplete: isComplete,
        incompleteness: incompleteness, stages: summary.stages, tool: tool, created: .now)
    }
    return summary.status
  }

  /// Takes any bytes, which nothing says are complete.
  private func takeDocument(
    _ writer: consuming ArtifactWriter, _ mediaType: MediaType
  ) throws(Problem) -> ExitStatus {
    var writer = writer
    do throws(Problem) {
      try Self.copyStandardInput(to: &writer)
    } catch {
      writer.discard()
      throw error
    }
    try publish(writer, mediaType) { content in
      Manifest(
        artifact: Path(bytes: Path(path).lastComponent), content: content,
        mediaType: mediaType, level: options.level, counts: nil, observation: Observation(),
        isFramed: false, isComplete: nil, incompleteness: nil, stages: [], tool: tool,
        created: .now)
    }
    return .success
  }

  private static func copyStandardInput(to writer: inout ArtifactWriter) throws(Problem) {
    var source = Descriptor.standardInput
    var input = Input()
    while true {
      do throws(SystemError) {
        guard StandardStreams.hasInput else {
          throw SystemError("read", StandardStreams.closedStreamCode)
        }
        guard try input.fill(from: &source) else { return }
      } catch {
        throw Problem(reading: nil, .system(error))
      }
      try writer.write(input.unread)
      let count = input.unread.count
      input.consume(count)
    }
  }

  private func publish(
    _ writer: consuming ArtifactWriter, _ mediaType: MediaType,
    _ manifest: (ArtifactContent) -> Manifest
  ) throws(Problem) {
    let publication = try Publication(writer)
    var text = Output(capacity: 4096)
    manifest(publication.artifactContent).write(into: &text)
    try publication.publish(manifest: text.bytes, isGzip: mediaType.isGzip)
  }
}
