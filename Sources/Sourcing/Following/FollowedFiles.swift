import Bytes
import DecisionEvent
import Stages

/// The files that a run follows: which there are, what happened to them, how far they were read.
///
/// The rules for files that are renamed, copied, emptied or replaced are those of the cursor. What
/// is not ready, or a copy that a rotation has not finished with, is left alone until it changes.
struct FollowedFiles {
  /// How often a file may be missed before it is gone: a rename may hide it from one look.
  private static let maximumAbsences = 5
  /// How often looking may fail in a row, when names go away while they are looked at.
  private static let maximumFailures = 25

  private let inputs: InputList
  /// Device and inode of the cursor, which is no input; each saving makes a new file.
  var cursorIdentity: [UInt64]?
  private let lookback: Lookback
  private let maximumLine: Int
  /// Key and other constants of the cursor; its entries are those that were there at the start.
  private var start: Cursor
  private var files: [Path: FollowedFile] = [:]
  /// What was read of files that this run is not to read.
  private var others: [CursorEntry] = []
  private var unready: [Path: ListedFile] = [:]
  private var copies: [Path: ListedFile] = [:]
  private var isFirst = true
  private var mustPlan = true
  private var failures = 0

  /// Files that are read on where `cursor` says.
  init(
    _ inputs: InputList, _ cursor: Cursor, cursorIdentity: [UInt64]?, lookback: Lookback,
    maximumLine: Int
  ) {
    self.inputs = inputs
    self.cursorIdentity = cursorIdentity
    self.lookback = lookback
    self.maximumLine = maximumLine
    start = cursor
    for entry in cursor.entries { files[entry.path] = FollowedFile(entry: entry) }
  }

  /// The files that have something to be read, in their order.
  mutating func look(_ pump: inout Pump<SourceStage>) throws(Problem) -> [ListedFile] {
    var listed: [ListedFile] = []
    do throws(Problem) {
      listed = try inputs.regularFiles(besides: cursorIdentity, mustExist: isFirst)
      let changed = try changes(in: listed, &pump)
      let paths = Set(listed.map(\.path))
      let isMissed = files.keys.contains { !paths.contains($0) }
      guard mustPlan || isMissed || !changed.isEmpty else { return [] }
      if mustPlan || isMissed || changed.contains(where: { !isKnown($0) }) {
        mustPlan = true
        guard try plan(listed, &pump) else { return [] }
      }
      failures = 0
    } catch {
      try tolerate(error, listed)
      return []
    }
    return listed.filter { file in
      unready[file.path] == nil && copies[file.path] == nil
        && files[file.path]?.isAsRead(file) != true
    }
  }

  /// Lets a failure pass that comes of files changing while they are looked at.
  private mutating func tolerate(
    _ problem: Problem, _ listed: [ListedFile]
  ) throws(Problem) {
    mustPlan = true
    failures += 1
    guard problem.status != .usage, failures <= Self.maximumFailures else { throw problem }
    // A name that was never there is a wrong one; any other failure to look may be one of time.
    if isFirst, inputs.hasMissingName { throw problem }
    let again = try? inputs.regularFiles(besides: cursorIdentity, mustExist: false)
    // Where the same files are still there, it is none.
    if let again, again.isSameFiles(as: listed) { throw problem }
  }

  /// The files to which something happened, and that can be read.
  private mutating func changes(
    in listed: [ListedFile], _ pump: inout Pump<SourceStage>
  ) throws(Problem) -> [ListedFile] {
    var changed: [ListedFile] = []
    for file in listed where isChanged(file) {
      if files[file.path]?.isOpenEnded != true {
        guard try Readiness.isReady(file.path, &pump, maximumLine: maximumLine) else {
          if unready.updateValue(file, forKey: file.path) == nil {
            pump.tell("\(Problem.inputName(file.path)): not whole yet; read when it is")
          }
          continue
        }
      }
      unready[file.path] = nil
      changed.append(file)
    }
    return changed
  }

  private func isChanged(_ file: ListedFile) -> Bool {
    if unready[file.path] == file || copies[file.path] == file { return false }
    return files[file.path]?.isAsRead(file) != true
  }

  /// Whether the file is one of which something was read, and can only have grown.
  private func isKnown(_ file: ListedFile) -> Bool {
    files[file.path].map { $0.wasRead && $0.mayHaveGrown(file) } ?? false
  }

  /// Finds out what happened to files, by the rules of the cursor; false where they changed
  /// meanwhile.
  private mutating func plan(
    _ listed: [ListedFile], _ pump: inout Pump<SourceStage>
  ) throws(Problem) -> Bool {
    var known = start
    known.entries =
      files.values.map(\.entry).sorted {
        $0.path.bytes.lexicographicallyPrecedes($1.path.bytes)
      } + others
    let ready = listed.filter { unready[$0.path] == nil }
    let plan = try InputMatcher.plan(
      ready.map(\.path), known, copies: .leftAlone, &pump)
    if plan.isInDoubt {
      let again = try inputs.regularFiles(besides: cursorIdentity, mustExist: false)
      guard again.isSameFiles(as: listed) else { return false }
      if let problem = plan.problem { throw problem }
    }
    for message in plan.messages { pump.tell(message) }
    let before = files
    files = [:]
    others = []
    for (item, file) in zip(plan.items, ready) { take(item, file, before, &pump) }
    for entry in plan.others {
      // What is not ready is listed, but not planned.
      if let file = before[entry.path], unready[entry.path] != nil {
        files[entry.path] = file
      } else {
        others.append(entry)
      }
    }
    for entry in plan.missing { miss(entry, before, &pump) }
    isFirst = false
    mustPlan = false
    return true
  }

  private mutating func take(
    _ item: InputPlan.Item, _ file: ListedFile, _ before: [Path: FollowedFile],
    _ pump: inout Pump<SourceStage>
  ) {
    if let copy = item.copy {
      if copies.updateValue(file, forKey: file.path) == nil { pump.tell(copy) }
      return
    }
    copies[file.path] = nil
    guard let entry = item.entry else { return }
    var followed = (before[entry.path] ?? FollowedFile(entry: entry)).renamed(file.path)
    if item.isUnchanged { followed.wasRead = true }
    files[file.path] = followed
  }

  private mutating func miss(
    _ entry: CursorEntry, _ before: [Path: FollowedFile], _ pump: inout Pump<SourceStage>
  ) {
    var file = before[entry.path] ?? FollowedFile(entry: entry)
    file.absences += 1
    if file.absences >= Self.maximumAbsences {
      pump.tell(InputMatcher.messageForMissing(entry))
    } else {
      files[entry.path] = file
    }
  }

  /// Opens a file where it is read on; nil where it is not what it was when it was looked at.
  mutating func open(
    _ file: ListedFile, _ pump: inout Pump<SourceStage>
  ) throws(Problem) -> ResumedFile? {
    do throws(Problem) {
      let followed = files[file.path]
      return try ResumedFile(
        file.path, at: followed?.entry, following: followed?.record?.trail, lookback, &pump,
        maximumLine: maximumLine)
    } catch {
      mustPlan = true
      failures += 1
      guard failures <= Self.maximumFailures else { throw error }
      return nil
    }
  }

  /// Notes how far a file was read.
  mutating func note(_ record: InputRecord) {
    files[record.path] = FollowedFile(entry: record.endEntry, record: record, wasRead: true)
  }

  /// What the next run goes on with.
  func cursor(latest: Timestamp?) throws(Problem) -> Cursor {
    var cursor = start
    cursor.latest = latest
    cursor.entries =
      others + files.values.map { $0.record?.entry(latest: latest) ?? $0.entry }
    cursor.entries.sort { $0.path.bytes.lexicographicallyPrecedes($1.path.bytes) }
    try ExportTrail.check(cursor.entries.reduce(0) { $0 + $1.exported.count })
    return cursor
  }
}
