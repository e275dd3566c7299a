import Bytes
import Compression
import Containers
import DecisionEvent
import EventJSON
import Stages

/// One input that is read on from where it was, and of which is known how far it was read.
struct ResumedFile: ~Copyable {
  private var file: EventFile
  private let path: Path
  private let stored: StoredFile
  private var trail: ExportTrail
  /// Where a line begins that is over the limit, and whose end is not there.
  private var held: ReadingPosition?
  private var isAtEnd = false
  private let validator: Lookup
  private var table: FieldTable

  /// Opens an input where `entry` says, or at its beginning; `trail` is that of what this run has
  /// read of it, or nil.
  init(
    _ path: Path, at entry: CursorEntry?, following trail: ExportTrail?, _ lookback: Lookback,
    _ pump: inout Pump<SourceStage>, maximumLine: Int
  ) throws(Problem) {
    var file = try EventFile(path, &pump, maximumLine: maximumLine)
    file.keepHistory()
    let stored = try file.stored()
    if let entry {
      guard try file.goOn(at: entry.position, &pump) == .arrived else {
        throw Problem(
          .failure, "\(Problem.inputName(path)): changed while it was read; run again")
      }
    }
    let lookup = LookupBuilder().finish()
    validator = lookup
    table = lookup.makeTable()
    self.trail = trail ?? ExportTrail(lookback, from: file.readingPosition)
    self.path = path
    self.stored = stored
    self.file = file
  }

  /// Hands on events until `isDue`, or until there are no more: whether there are none.
  ///
  /// A last line without its end that is no whole event is left for the next run: a writer may be
  /// in the middle of it.
  mutating func read(
    _ pump: inout Pump<SourceStage>, until isDue: (borrowing Pump<SourceStage>) -> Bool
  ) throws(Problem) -> Bool {
    repeat {
      let step = try file.next(&pump)
      switch step {
      case .end:
        isAtEnd = true
        return true
      case .event:
        if file.isUnterminated, !Self.isWholeEvent(file, validator, &table) { return true }
        try take(&pump)
      case .longLine:
        let start = file.readingPosition
        guard try file.passLongLine(&pump) else {
          held = start
          return true
        }
      case .fault: try pump.take(step, of: &file)
      }
    } while !isDue(pump)
    return false
  }

  private mutating func take(_ pump: inout Pump<SourceStage>) throws(Problem) {
    try pump.feed(file.input.unread.extracting(file.eventRange), at: file.place)
    let decision = pump.stage.decision
    if trail.wantsMark(
      at: file.resumableOffset, inDocument: file.isInDocument, before: decision)
    {
      try trail.mark(file.readingPosition, latest: pump.stage.latest)
    }
    trail.note(decision)
    file.finishEvent()
  }

  /// Whether the event of the last step is valid from its first byte to its last.
  private static func isWholeEvent(
    _ file: borrowing EventFile, _ validator: Lookup, _ table: inout FieldTable
  ) -> Bool {
    do throws(JSONProblem) {
      try validator.scan(file.input.unread.extracting(file.eventRange), into: &table)
      return true
    } catch {
      return false
    }
  }

  /// How far the input was read.
  func record() -> InputRecord {
    InputRecord(
      path: path, stored: stored, head: file.head, trail: trail, end: held ?? file.readingPosition,
      isAtEnd: isAtEnd)
  }
}

/// How far an input was read, before it is known what the next run must see again.
struct InputRecord {
  var path: Path
  let stored: StoredFile
  let head: [UInt8]
  var trail: ExportTrail
  let end: ReadingPosition
  /// Whether `end` is the end of what is stored.
  let isAtEnd: Bool

  /// Where this run would read on.
  var endEntry: CursorEntry {
    CursorEntry(
      path: path, stored: stored, position: end, head: HeadPrint(head, length: end.offset),
      isAtEnd: isAtEnd, exported: [])
  }

  /// What the cursor holds of the input.
  func entry(latest: Timestamp?) -> CursorEntry {
    let (position, exported) = trail.conclusion(end: end, latest: latest)
    return CursorEntry(
      path: path, stored: stored, position: position,
      head: HeadPrint(head, length: position.offset),
      isAtEnd: isAtEnd && position == end, exported: exported)
  }
}
