import Bytes
import DecisionEvent
import EventJSON
import Manifests
import Stages

/// Checks events once more and writes them into an artifact.
struct SinkStage<Check: PublicationCheck & ~Copyable>: ~Copyable, Stage {
  private var writer: ArtifactWriter
  private var reader: EventReader
  private let time: Operand
  /// The times and unknown outcomes of what was written.
  private(set) var observation = Observation()
  private var checked: CheckedEvents<Check>

  /// A stage that fills an artifact.
  init(
    _ writer: consuming ArtifactWriter, dictionary: EventDictionary,
    checking options: Check.Options, consequence: String
  ) {
    self.writer = writer
    var query = EventQuery(dictionary)
    // The manifest's times are read of every event: a doubled one is malformed.
    time = query.operand(.timestamp)
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
    observation.note(line, readBy: &reader, time: time)
    do throws(Problem) {
      try writer.write(line)
      let newline: [UInt8] = [.newline]
      try writer.write(newline.span)
    } catch {
      throw .stopped(error)
    }
    return .replaced
  }

  /// Checks what can be checked at the end only.
  mutating func finish(into output: inout Output) throws(EventFailure) { try checked.conclude() }

  /// Why an event with a receipt can't be told to be true; nil where all can.
  var doubt: Problem? { checked.doubt }

  /// The checkpoint to list.
  var checkpoint: CheckpointEntry? { checked.checkpoint }

  /// The artifact, for publication.
  consuming func takeWriter() -> ArtifactWriter { writer }
}
