import Bytes
import DecisionEvent
import EventJSON
import Manifests
import Stages

/// Checks events once more and writes each into the artifact that it belongs to.
struct ExportStage<Check: PublicationCheck & ~Copyable>: ~Copyable, Stage {
  private var writer: ExportWriter
  private var reader: EventReader
  private let naming: ArtifactNaming
  private let time: Operand
  private var path = Output(capacity: 256)
  /// The times and unknown outcomes of what was written.
  private(set) var observation = Observation()
  private var checked: CheckedEvents<Check>

  /// A stage that fills the artifacts of a template.
  init(
    _ writer: consuming ExportWriter, _ template: ArtifactTemplate, dictionary: EventDictionary,
    checking options: Check.Options, consequence: String
  ) {
    self.writer = writer
    var query = EventQuery(dictionary)
    // Times and names are read of every event: a doubled member is malformed.
    time = query.operand(.timestamp)
    naming = ArtifactNaming(template, &query)
    _ = query.operand(.outcome, observing: true)
    checked = CheckedEvents(options, in: &query, consequence: consequence)
    reader = query.makeReader()
  }

  /// Validates an event whole, and writes it.
  mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(EventFailure) -> Verdict {
    try reader.read(line)
    try checked.note(line, reader)
    let moment = reader.time(of: time, in: line)
    observation.note(moment)
    if let outcome = reader.outcome(in: line), outcome.known == nil {
      observation.unknownOutcomes += 1
    }
    path.removeAll()
    naming.appendPath(of: line, at: moment, &reader, to: &path)
    do throws(Problem) {
      try Self.add(line, at: moment, path, naming, &reader, to: &writer)
    } catch {
      throw .stopped(error)
    }
    return .replaced
  }

  // Takes its parts one by one, as the span of one keeps the whole from being changed.
  private static func add(
    _ line: Span<UInt8>, at moment: Timestamp?, _ path: borrowing Output, _ naming: ArtifactNaming,
    _ reader: inout EventReader, to writer: inout ExportWriter
  ) throws(Problem) {
    try writer.add(line, at: path.bytes, time: moment) {
      naming.values(of: line, at: moment, &reader).map {
        ArtifactEntry.PartitionValue(name: $0.name, value: $0.value)
      }
    }
  }

  /// Checks what can be checked at the end only.
  mutating func finish(into output: inout Output) throws(EventFailure) { try checked.conclude() }

  /// Why an event with a receipt can't be told to be true; nil where all can.
  var doubt: Problem? { checked.doubt }

  /// The checkpoint to list.
  var checkpoint: CheckpointEntry? { checked.checkpoint }

  /// The artifacts, for publication.
  consuming func takeWriter() -> ExportWriter { writer }
}
