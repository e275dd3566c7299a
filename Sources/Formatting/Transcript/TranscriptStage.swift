import Bytes
import DecisionEvent
import EventJSON
import Stages
import Transcripts

/// Validates events and makes a transcript of them: one document, or with a folder one for each
/// volume.
struct TranscriptStage<Sink: TranscriptSink & ~Copyable>: ~Copyable, Stage {
  private var scan: EventScan
  private var transcript: Transcript<Sink>
  private let folder: VolumeFolder?
  private var history = StreamHistory(stages: [], isFramed: false, isPartial: false)
  /// An event without its line breaks.
  private var onOneLine = Output(capacity: 4096)
  private(set) var hasMore = false
  /// The times and unknown outcomes of the events, where they are wanted.
  var observation: Observation { scan.observation }

  init(
    _ dictionary: EventDictionary, from input: FormatInput, observing: Bool,
    _ request: TranscriptRequest, to folder: VolumeFolder?, writing sink: consuming Sink
  ) {
    var query = EventQuery(dictionary)
    transcript = Transcript(request, &query, writing: sink)
    scan = EventScan(query, from: input, observing: observing)
    self.folder = folder
  }

  mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(EventFailure) -> Verdict {
    do throws(JSONProblem) {
      try scan.read(line)
    } catch {
      throw .malformed(error)
    }
    do throws(TranscriptProblem) {
      if ByteScan.firstIndex(of: .newline, in: line, from: 0) == nil {
        try transcript.add(line, readBy: &scan.reader)
      } else {
        onOneLine.removeAll()
        onOneLine.append(withoutLineBreaks: line)
        try Self.add(onOneLine, to: &transcript, &scan.reader)
      }
    } catch {
      throw .stopped(Problem(error))
    }
    return .replaced
  }

  // Takes its parts one by one, as a span of one keeps the whole from being changed.
  private static func add(
    _ event: borrowing Output, to transcript: inout Transcript<Sink>, _ reader: inout EventReader
  ) throws(TranscriptProblem) {
    do throws(JSONProblem) {
      try reader.scan(event.bytes)
    } catch {
      preconditionFailure("an event stays one without line breaks between its tokens")
    }
    try transcript.add(event.bytes, readBy: &reader)
  }

  mutating func willFinish(_ history: StreamHistory) { self.history = history }

  mutating func finish(into output: inout Output) throws(EventFailure) {
    do throws(Problem) {
      try finishDocument(into: &output)
    } catch {
      throw .stopped(error)
    }
  }

  private mutating func finishDocument(into output: inout Output) throws(Problem) {
    do throws(TranscriptProblem) {
      if !hasMore {
        try transcript.conclude(
          stages: history.stages, isFramed: history.isFramed, isPartial: history.isPartial)
      }
      if folder == nil {
        if !hasMore { transcript.begin(.whole) }
        hasMore = try transcript.writeMore(readBy: &scan.reader, into: &output)
      }
    } catch {
      throw Problem(error)
    }
    if let folder { try writeVolumes(to: folder) }
    if !hasMore { transcript.removeAll() }
  }

  /// Writes a file for each volume, and the index when all of them are there.
  private mutating func writeVolumes(to place: VolumeFolder) throws(Problem) {
    var writer = try VolumeWriter(place)
    do throws(Problem) {
      for volume in transcript.volumes {
        try writeFile(volume.fileName, .volume(volume), &writer)
      }
      try writeFile("index.html", .index, &writer)
      try writer.finish()
    } catch {
      writer.removeAll()
      throw error
    }
  }

  private mutating func writeFile(
    _ name: String, _ part: TranscriptPart, _ writer: inout VolumeWriter
  ) throws(Problem) {
    transcript.begin(part)
    try writer.write(name) { output throws(Problem) in
      do throws(TranscriptProblem) {
        return try transcript.writeMore(readBy: &scan.reader, into: &output)
      } catch {
        throw Problem(error)
      }
    }
  }
}

extension Problem {
  /// What ended the writing of a transcript.
  init(_ problem: TranscriptProblem) {
    switch problem {
    case .spool(let error):
      self.init(
        .failure,
        "temporary file in \(Quoting.escaped(TemporaryFile.folder.text)): \(error); TMPDIR names "
          + "another folder")
    case .format(let reason): self.init(.failure, reason)
    }
  }
}
