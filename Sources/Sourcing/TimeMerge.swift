import Bytes
import Compression
import DecisionEvent
import Stages

/// Merges inputs that are sorted by time into one order: time, then path, then line.
///
/// An input is opened when its first event is the next of all, and closed behind its last one, so
/// that only inputs that overlap are open together. Before that each was opened once to look up
/// that first event's time. An event without a time stays behind the event before it.
struct TimeMerge: ~Copyable {
  /// An input, open only while it has a reader.
  private struct Source {
    let path: Path?
    /// The time of its last event that had one, or of its first one before it is opened.
    var time: Timestamp
    var reader: MergeReader?
  }

  /// The most inputs that are open at once: as many as fit into memory with a block each.
  private let maximumOpen: Int
  private let maximumLine: Int
  private var clock: EventClock
  private var sources: [Source] = []
  private var openCount = 0
  /// The inputs that have an event left, the one with the earliest first: a binary heap.
  private var heap = MergeHeap()

  /// A merge of nothing yet.
  init(maximumLine: Int, dictionary: EventDictionary) {
    self.maximumLine = maximumLine
    clock = EventClock(dictionary)
    // Some are left for standard streams, rejects and folders.
    maximumOpen = max(1, min(512, DescriptorLimit.raise() - 16))
  }

  /// Looks up when the events of an input begin; inputs are added in the order of their paths.
  mutating func add(_ path: Path?, _ pump: inout Pump<SourceStage>) throws(Problem) {
    let reader = try MergeReader(path, &pump, maximumLine: maximumLine)
    let first = try reader.look(&pump, &clock)
    guard let first else { return }
    var source = Source(path: path, time: first, reader: nil)
    if reader.canBeReopened {
      pump.forgetRead(reader.bytesRead)
    } else {
      try countOpen()
      source.reader = reader
    }
    heap.insert(MergeHeap.Entry(time: first, index: sources.count))
    sources.append(source)
  }

  /// Hands on all events.
  mutating func run(_ pump: inout Pump<SourceStage>) throws(Problem) {
    while let entry = heap.first {
      let reader = try open(entry.index, &pump)
      var time = entry.time
      repeat {
        try reader.take(&pump)
        guard let next = try reader.look(&pump, &clock, after: time) else {
          sources[entry.index].reader = nil
          openCount -= 1
          heap.removeFirst()
          break
        }
        time = next
      } while heap.stays(MergeHeap.Entry(time: time, index: entry.index))
    }
  }

  /// The reader of an input, at its next event.
  private mutating func open(
    _ index: Int, _ pump: inout Pump<SourceStage>
  ) throws(Problem) -> MergeReader {
    if let reader = sources[index].reader { return reader }
    let path = sources[index].path
    try countOpen()
    let reader = try MergeReader(path, &pump, maximumLine: maximumLine)
    guard try reader.look(&pump, &clock) == sources[index].time else {
      throw Problem(.failure, "\(Problem.inputName(path)): changed while it was read")
    }
    sources[index].reader = reader
    return reader
  }

  private mutating func countOpen() throws(Problem) {
    openCount += 1
    guard openCount <= maximumOpen else {
      throw Problem(
        .failure,
        "more than \(maximumOpen) inputs overlap in time, which is more than --order time can "
          + "hold open; merge some of them first")
    }
  }
}
