import Bytes
import DecisionEvent
import Stages

/// A run that goes on where the one before it has stopped, and leaves a cursor for the next one.
struct ResumedRun: ~Copyable {
  private var file: CursorFile
  private let inputs: InputList
  private var listed: [ListedFile]
  private let lookback: Lookback
  private let maximumLine: Int
  /// What was read of inputs in this run, and before it of those that are as they were.
  private var records: [InputRecord] = []
  private var untouched: [CursorEntry] = []

  /// Opens and locks the cursor.
  init(
    cursor path: Path, inputs: InputList, lookback: Lookback, maximumLine: Int
  ) throws(Problem) {
    let file = try CursorFile(path)
    listed = try inputs.regularFiles(besides: try file.identity, mustExist: true)
    self.inputs = inputs
    self.file = file
    self.lookback = lookback
    self.maximumLine = maximumLine
  }

  /// What a stage is to know of earlier runs.
  var history: ExportHistory { ExportHistory(file.current) }

  /// Hands on what was not read before.
  mutating func read(_ pump: inout Pump<SourceStage>) throws(Problem) {
    let plan = try plan(&pump)
    for message in plan.messages + plan.missing.map(InputMatcher.messageForMissing) {
      pump.tell(message)
    }
    untouched = plan.others
    for item in plan.items {
      if let entry = item.entry, item.isUnchanged {
        untouched.append(entry.renamed(item.path))
        continue
      }
      var input = try ResumedFile(
        item.path, at: item.entry, following: nil, lookback, &pump, maximumLine: maximumLine)
      while try !input.read(&pump, until: { _ in false }) {}
      records.append(input.record())
      try check(latest: pump.stage.latest)
    }
  }

  /// Finds out where to read on; where files went away meanwhile, again.
  private mutating func plan(_ pump: inout Pump<SourceStage>) throws(Problem) -> InputPlan {
    for _ in 0..<25 {
      let plan = try InputMatcher.plan(
        listed.map(\.path), file.current, copies: .refused, &pump)
      guard plan.isInDoubt else { return plan }
      let again = try inputs.regularFiles(besides: try file.identity, mustExist: true)
      if again.isSameFiles(as: listed) {
        if let problem = plan.problem { throw problem }
        return plan
      }
      listed = again
    }
    throw Problem(.failure, "the inputs change faster than they can be looked at; run again")
  }

  /// Keeps what is remembered of events within bounds.
  private mutating func check(latest: Timestamp?) throws(Problem) {
    guard lookback.isNeeded else { return }
    var count = 0
    for index in records.indices {
      records[index].trail.trim(latest: latest)
      count += records[index].trail.count
    }
    try ExportTrail.check(count)
  }

  /// Saves the cursor, once standard output has taken everything and is closed.
  mutating func conclude(_ pump: inout Pump<SourceStage>) throws(Problem) {
    do throws(SystemError) {
      try StandardOutput.settle()
      try StandardOutput.close()
    } catch {
      throw Problem(writing: "standard output", error)
    }
    let latest = pump.stage.latest
    var cursor = file.current
    cursor.latest = latest
    cursor.entries = untouched + records.map { $0.entry(latest: latest) }
    try ExportTrail.check(cursor.entries.reduce(0) { $0 + $1.exported.count })
    try file.save(cursor)
  }
}

extension CursorEntry {
  /// The same under the path that the file has now.
  func renamed(_ path: Path) -> CursorEntry {
    var entry = self
    entry.path = path
    return entry
  }
}
