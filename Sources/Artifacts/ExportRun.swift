import Bytes
import DecisionEvent
import Manifests
import Stages

/// Fills the artifacts of a template from standard input and publishes them with one manifest.
struct ExportRun<Check: PublicationCheck & ~Copyable>: Sendable {
  let template: ArtifactTemplate
  let options: ArtifactOptions
  let allowsPartial: Bool
  let checks: Check.Options
  let tool: ToolIdentity

  /// Runs to the end of the input; gives its summary, and the bytes that were published.
  func run(
    _ input: inout SinkInput, _ pumpOptions: PumpOptions, dictionary: EventDictionary,
    _ tally: inout SinkTally
  ) throws(Problem) -> ExitStatus {
    let opened = try makeWriter()
    do throws(Problem) {
      try refuseDocument(&input, pumpOptions)
    } catch {
      opened.discard()
      throw error
    }
    let stage = ExportStage<Check>(
      opened, template, dictionary: dictionary, checking: checks,
      consequence: pumpOptions.consequence)
    var pump = Pump(stage, options: pumpOptions, tool: tool)
    let summary = pump.run { pump throws(Problem) in try input.read(&pump) }
    let filled = pump.takeStage()
    tally.add(summary, filled.observation)
    let checkpoint = filled.checkpoint
    let doubt = filled.doubt
    let writer = filled.takeWriter()
    let outcome: StreamOutcome
    do throws(Problem) {
      outcome = try StreamOutcome(
        summary, allowsPartial: allowsPartial, consequence: pumpOptions.consequence)
    } catch {
      writer.discard()
      throw error
    }
    guard outcome.isPublished else {
      writer.discard()
      return summary.status
    }
    var manifest = ExportManifest(
      mediaType: MediaType(eventsIn: template.nameEnd).name, tool: tool.name,
      toolVersion: tool.version, created: .now)
    manifest.list(checkpoint, besides: template.root)
    do throws(Problem) {
      try outcome.describe(summary, doubting: doubt, by: tool, in: &manifest)
    } catch {
      writer.discard()
      throw error
    }
    tally.bytesWritten += try publish(writer, &manifest, isContinued: summary.isContinued)
    return summary.status
  }

  /// A document can't be laid out by its events.
  private func refuseDocument(
    _ input: inout SinkInput, _ pumpOptions: PumpOptions
  ) throws(Problem) {
    let frame = try input.documentFrame(
      maximumLine: pumpOptions.maximumLine, earlier: pumpOptions.earlierFrames)
    guard frame != nil else { return }
    throw Problem(
      .usage,
      "the frame holds a document, which is one artifact: give it a path without placeholders, "
        + "--hive, --append, --max-events and --max-bytes\(pumpOptions.consequence)")
  }

  /// Opens the root, takes back what killed runs left there, and makes the staging folder.
  private func makeWriter() throws(Problem) -> ExportWriter {
    let opened = try ExportRoot(template.root, mode: options.folderMode)
    return ExportWriter(
      root: opened.folder, staging: opened.staging, at: template.root, options: options)
  }

  /// Ends the artifacts and publishes them; gives the bytes that they have.
  private func publish(
    _ writer: consuming ExportWriter, _ manifest: inout ExportManifest, isContinued: Bool
  ) throws(Problem) -> Int {
    do throws(Problem) {
      try writer.finish()
    } catch {
      writer.discard()
      throw error
    }
    manifest.template = template.text
    manifest.describe(options.compression)
    let bytes = writer.artifacts.reduce(0) { $0 + $1.bytesWritten }
    try writer.takePublication(at: template.root, isContinued: isContinued).publish(manifest)
    return bytes
  }
}
