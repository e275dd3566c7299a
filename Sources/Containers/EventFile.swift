public import Bytes
public import Compression
public import EventJSON
public import Stages

/// One input that is read event by event, whatever its form: lines, arrays, envelopes.
///
/// ```
///   |  history  |  event  |  what was read behind it  |
///   0         start                          input.unread.count
/// ```
/// Whoever reads asks for the next step, looks at the event at `eventRange` of `input.unread`, and
/// says when it is done with it. Containers may follow each other, as `cat` puts them; what is no
/// container is lines, up to the end.
public struct EventFile: ~Copyable {
  /// What comes next.
  public enum Step: Sendable {
    /// An event: `eventRange` says where.
    case event
    /// A line over the limit, whose end is not there yet: `passLongLine` goes behind it.
    case longLine
    /// Something between events is wrong.
    case fault(Fault)
    /// Nothing more.
    case end
  }

  /// Something wrong that is not an event itself.
  public struct Fault: Sendable {
    /// What is wrong.
    public let kind: JSONProblem.Kind
    /// Where that shows.
    public let place: Place
    /// Whether events may be missing, whatever becomes of malformed lines.
    public let isLoss: Bool
    /// Whether the file ends where its document does not.
    public var isCutOff = false
  }

  enum Form {
    /// The form of what comes is not known yet.
    case undecided
    case lines
    case elements(ElementReader)
    /// Behind the events of an envelope, whose place is kept for messages.
    case rest(ElementScanner, Place)
  }

  let maximumLine: Int
  /// What is read.
  public internal(set) var source: DecodedSource
  /// What was read of it: the history, and the unread bytes behind that.
  public internal(set) var input: Input
  var form = Form.undecided
  /// Where the unread bytes begin.
  public internal(set) var place: Place
  /// How many decoded bytes stand before the unread ones.
  public internal(set) var offset = 0
  /// Where the unread bytes begin in `input.unread`: behind the history.
  var start = 0
  /// How many bytes that were read are kept at least.
  var historyLength = 0
  /// How many bytes the event has that the last step found, and its line's end behind it.
  var eventLength = 0
  var terminatorLength = 0
  /// How many unread bytes are known to hold no end of a line.
  var searched = 0
  /// What surrounds the events of an envelope, and where that began; nil in an array.
  var envelope: Envelope?
  /// Whether an event was found to be a line.
  public internal(set) var holdsLines = false
  /// The first decoded bytes, where they are kept: at most as many as the history has.
  public internal(set) var head: [UInt8] = []
  /// Where the array or envelope began that is being read.
  var documentStart: (FilePosition, before: [UInt8])?

  /// The beginning of an envelope up to its opening bracket, and later its rest.
  struct Envelope {
    let place: Place
    var bytes: [UInt8]
    /// How many of them stand before the events.
    var headLength: Int
  }

  /// A file, or standard input for nil, from its beginning.
  ///
  /// - Throws: `failure` where it can't be opened or read.
  public init<S: Stage & ~Copyable>(
    _ file: Path?, _ pump: inout Pump<S>, maximumLine: Int, bufferSize: Int = 256 * 1024
  ) throws(Problem) {
    source = try pump.openInput(file)
    input = Input(capacity: bufferSize)
    place = Place(file: file, line: 1)
    self.maximumLine = maximumLine
  }

  /// Where in `input.unread` the event of the last step stands.
  public var eventRange: Range<Int> { start..<start + eventLength }

  /// Whether what comes is lines: then `readLines` may take all of them at once.
  ///
  /// - Throws: `failure` or `badInput` where the first bytes can't be read or decoded.
  public mutating func isAtLines<S: Stage & ~Copyable>(
    _ pump: inout Pump<S>
  ) throws(Problem) -> Bool {
    while !decideForm() { _ = try fill(&pump) }
    if case .lines = form { return true }
    return false
  }

  /// Goes to the next event, behind the one of the last step.
  ///
  /// - Throws: `failure` where reading fails, `badInput` where an array or envelope is malformed
  ///   beyond the event.
  @inlinable
  public mutating func next<S: Stage & ~Copyable>(
    _ pump: inout Pump<S>
  ) throws(Problem) -> Step {
    while true {
      if let step = try nextOfRead() { return step }
      _ = try fill(&pump)
    }
  }

  /// The next step, if it takes no more bytes than were read; nil where it does.
  ///
  /// It knows no pump, as code that is generic over stages costs more an event than all of this.
  @usableFromInline
  mutating func nextOfRead() throws(Problem) -> Step? {
    while decideForm() {
      let advance: Advance
      switch form {
      case .undecided: continue
      case .lines: advance = nextLine()
      case .elements(let reader): advance = nextElement(reader)
      case .rest(let scanner, let place): advance = try nextOfRest(scanner, place)
      }
      switch advance {
      case .step(let step): return step
      case .further: continue
      case .needsMore: return nil
      }
    }
    return nil
  }

  /// How far a look at what was read has led.
  enum Advance {
    case step(Step)
    /// Behind something that is no event.
    case further
    /// To the end of what was read, which is not all.
    case needsMore
  }

  /// Goes behind the event of the last step.
  public mutating func finishEvent() {
    if case .lines = form { holdsLines = true }
    if terminatorLength > 0 {
      skip(eventLength + terminatorLength, to: place.nextLine)
    } else {
      consume(eventLength)
    }
    eventLength = 0
    terminatorLength = 0
  }

  /// Marks bytes as read, following lines and columns.
  mutating func consume(_ count: Int) {
    let next = place.place(
      of: count, in: input.unread.extracting(start..<input.unread.count))
    skip(count, to: next)
  }

  /// Marks bytes as read that are known to end at `next`.
  mutating func skip(_ count: Int, to next: Place) {
    start += count
    offset += count
    place = next
    searched = 0
  }

  /// Reads once more behind what is unread; false at the end.
  ///
  /// - Throws: `failure` or `badInput` where the file can't be read or decoded.
  public mutating func fill<S: Stage & ~Copyable>(
    _ pump: inout Pump<S>
  ) throws(Problem) -> Bool {
    forget(upTo: historyLength)
    let before = input.unread.count
    guard try pump.fill(&input, from: &source, file: place.file) else { return false }
    if head.count < historyLength {
      let end = min(input.unread.count, before + historyLength - head.count)
      head += Array(copying: input.unread.extracting(before..<end))
    }
    return true
  }

  /// Drops the history but for its last `count` bytes.
  mutating func forget(upTo count: Int) {
    guard start > count else { return }
    input.consume(start - count)
    start = count
  }

  /// Whether the form of what comes is clear; what never becomes clear is lines.
  private mutating func decideForm() -> Bool {
    guard case .undecided = form else { return true }
    let unread = input.unread.count - start
    if let found = ContainerDetector.detect(input.unread.extracting(start..<start + unread)) {
      begin(found)
    } else if unread > maximumLine || input.isAtEnd {
      begin(.lines)
    } else {
      return false
    }
    return true
  }

  private mutating func begin(_ container: Container) {
    if historyLength > 0, container != .lines { documentStart = position }
    switch container {
    case .lines: form = .lines
    case .array(let bracket): beginElements(behind: bracket)
    case .envelope(let bracket):
      let head = Array(copying: input.unread.extracting(start...start + bracket))
      envelope = Envelope(place: place, bytes: head, headLength: bracket + 1)
      beginElements(behind: bracket)
    }
  }

  private mutating func beginElements(behind bracket: Int) {
    consume(bracket + 1)
    form = .elements(ElementReader(maximumLine: maximumLine))
  }
}
