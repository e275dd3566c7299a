public import Bytes
public import DecisionEvent
import Digests
import EventJSON

/// Makes a transcript of events: first takes all of them in, then writes it piece by piece.
///
/// The cover stands first and tells what is known last, so that events wait in a spool, which is on
/// disk where they are many; memory is bounded by the window in which conversations are put together.
public struct Transcript<Sink: TranscriptSink & ~Copyable>: ~Copyable {
  private let request: TranscriptRequest
  private var sink: Sink
  private var turns: TurnReader
  private var collector: TranscriptCollector
  private var cover: TranscriptCover
  /// The volumes that the transcript has; empty where it is one document.
  public private(set) var volumes: [TranscriptVolume] = []
  private var step = TranscriptStep.done
  private var line = Output(capacity: 16 * 1024)

  /// A transcript of no events yet; what it reads is added to `query`.
  public init(
    _ request: TranscriptRequest, _ query: inout EventQuery, writing sink: consuming Sink
  ) {
    self.request = request
    self.sink = sink
    turns = TurnReader(&query)
    collector = TranscriptCollector(request, &query)
    cover = TranscriptCover(request)
  }

  /// Takes in the event that `reader` has just scanned.
  ///
  /// - Throws: where the file of waiting events can't be written.
  public mutating func add(
    _ line: Span<UInt8>, readBy reader: inout EventReader
  ) throws(TranscriptProblem) {
    do throws(SystemError) {
      try collector.add(line, readBy: &reader)
    } catch {
      throw .spool(error)
    }
  }

  /// Ends the taking in; what follows is written by `begin` and `writeMore`.
  ///
  /// - Parameters:
  ///   - stages: the JSON of the entries of the stages before this one, without brackets.
  ///   - isFramed: whether a frame told that nothing is missing.
  ///   - isPartial: whether malformed lines were left out.
  public mutating func conclude(
    stages: [UInt8], isFramed: Bool, isPartial: Bool
  ) throws(TranscriptProblem) {
    do throws(SystemError) {
      try collector.conclude()
      if let size = request.volumeEvents { volumes = try collector.volumes(of: size) }
    } catch {
      throw .spool(error)
    }
    cover = TranscriptCover(
      request, collector.totals, histories: StageHistory.list(stages), isFramed: isFramed,
      isPartial: isPartial)
  }

  /// Forgets all events, for a transcript of others.
  public mutating func removeAll() {
    collector.removeAll()
    volumes = []
    step = .done
  }

  /// Begins one of the transcript's documents.
  public mutating func begin(_ part: TranscriptPart) { step = .beginning(part) }

  /// Writes some of the document that was begun; false when all of it is written.
  ///
  /// - Throws: where the file of waiting events can't be read, or pages can't be set.
  public mutating func writeMore(
    readBy reader: inout EventReader, into output: inout Output
  ) throws(TranscriptProblem) -> Bool {
    let enough = output.count + 64 * 1024
    var isMore = true
    do throws(SystemError) {
      while isMore, output.count < enough { isMore = try advance(&reader, &output) }
    } catch {
      throw .spool(error)
    }
    if let problem = sink.problem { throw problem }
    return isMore
  }

  /// Writes the next piece; false when there is none.
  private mutating func advance(
    _ reader: inout EventReader, _ output: inout Output
  ) throws(SystemError) -> Bool {
    switch step {
    case .beginning(let part):
      beginDocument(part, &output)
    case .contents(var place):
      if place.isAtEnd {
        sink.endContents(into: &output)
        step = .conversations(place.fromStart)
        break
      }
      let heading = try readHeading(&place, &reader)
      sink.writeEntry(heading.heading, into: &output)
      step = .contents(place)
    case .conversations(var place):
      if place.isAtEnd {
        if Sink.hasIndex { sink.beginIndex(into: &output) }
        step = .index(Sink.hasIndex ? place.fromStart : place)
        break
      }
      let (heading, record) = try readHeading(&place, &reader)
      sink.begin(heading, into: &output)
      step = .turns(record, next: 0, then: place)
    case .index(var place):
      guard !place.isAtEnd else {
        sink.end(into: &output)
        step = .done
        return false
      }
      let heading = try readHeading(&place, &reader)
      sink.writeEntry(heading.heading, into: &output)
      step = .index(place)
    case .turns(let record, let turn, let place):
      guard turn < record.turns else {
        sink.endConversation(into: &output)
        step = .conversations(place)
        break
      }
      try writeTurn(turn, of: record, &reader, &output)
      step = .turns(record, next: turn + 1, then: place)
    case .done: return false
    }
    return true
  }

  private mutating func beginDocument(_ part: TranscriptPart, _ output: inout Output) {
    sink.begin(part, cover, into: &output)
    var place = TranscriptPlace(records: 0..<collector.orderEnd, number: 1)
    switch part {
    case .whole: sink.write(cover, into: &output)
    case .index:
      sink.write(cover, into: &output)
      sink.write(volumes, into: &output)
      place = TranscriptPlace(records: 0..<0, number: 1)
      step = .conversations(place)
      return
    case .volume(let volume):
      place = TranscriptPlace(records: volume.records, number: volume.conversations.lowerBound)
    }
    sink.beginContents(into: &output)
    step = .contents(place)
  }

  /// The heading of the conversation at a place, which is moved on.
  private mutating func readHeading(
    _ place: inout TranscriptPlace, _ reader: inout EventReader
  ) throws(SystemError) -> (heading: ConversationHeading, record: ConversationRecord) {
    let record = try collector.nextRecord(&place.offset)
    try load(turn: 0, of: record, &reader)
    let heading = Self.heading(of: line, record, number: place.number, &turns, &reader)
    place.number += 1
    return (heading, record)
  }

  private mutating func writeTurn(
    _ turn: Int, of record: ConversationRecord, _ reader: inout EventReader,
    _ output: inout Output
  ) throws(SystemError) {
    try load(turn: turn, of: record, &reader)
    Self.write(line, number: turn + 1, &turns, &reader, to: &sink, into: &output)
  }

  // These take their parts one by one, as a span of one keeps the whole from being changed.

  private static func heading(
    of line: borrowing Output, _ record: ConversationRecord, number: Int,
    _ turns: inout TurnReader, _ reader: inout EventReader
  ) -> ConversationHeading {
    turns.heading(line.bytes, &reader, record, number: number)
  }

  private static func write(
    _ line: borrowing Output, number: Int, _ turns: inout TurnReader,
    _ reader: inout EventReader, to sink: inout Sink, into output: inout Output
  ) {
    turns.read(line.bytes, &reader, number: number, to: &sink, into: &output)
  }

  /// Reads an event again.
  private mutating func load(
    turn: Int, of record: ConversationRecord, _ reader: inout EventReader
  ) throws(SystemError) {
    try collector.read(turn: turn, of: record, into: &line)
    do throws(JSONProblem) {
      try reader.scan(line.bytes)
    } catch {
      // It was valid when it came: the disk gave back something else.
      throw .inputOutput("read")
    }
  }
}

/// A place among the conversations of a document.
struct TranscriptPlace {
  /// Where the records of the document stand in the order.
  let records: Range<Int>
  private let first: Int
  /// Where the next record begins.
  var offset: Int
  /// The number of the next conversation.
  var number: Int

  /// The beginning of a document.
  init(records: Range<Int>, number: Int) {
    self.records = records
    first = number
    offset = records.lowerBound
    self.number = number
  }

  var isAtEnd: Bool { offset >= records.upperBound }

  /// The beginning of the same document.
  var fromStart: TranscriptPlace { TranscriptPlace(records: records, number: first) }
}

/// What is written next.
enum TranscriptStep {
  case beginning(TranscriptPart)
  case contents(TranscriptPlace)
  case conversations(TranscriptPlace)
  case turns(ConversationRecord, next: Int, then: TranscriptPlace)
  case index(TranscriptPlace)
  case done
}
