import TestSupport

/// One sequence: what the model holds, and the folder that is to hold the same.
struct ModelSequence {
  /// What a run asks for.
  private enum Kind: CaseIterable {
    case publish, force, append, again
  }

  private struct Run {
    var kind: Kind
    /// Whether what is there may be replaced.
    var isForced: Bool { kind == .force || (kind == .again && wasForced) }
    /// Of a run that is made again: whether it was forced.
    var wasForced = false
    var layout: ModelLayout
    var options: [String]
    var events: [ModelEvent]
    var threads: Int

    var arguments: String {
      let all =
        layout.options + options + ["--threads \(threads)"]
        + (isForced ? ["--force"] : kind == .append ? ["--append"] : [])
      return (all + ["'\(layout.path)'"]).joined(separator: " ")
    }
  }

  private var random: SeededGenerator
  private var trial: ExportTrial
  /// What the export may be; more than one while a killed replacement is not settled.
  private var states = [ModelExport()]
  /// The run whose export is there, for another one that asks for the same.
  private var last: Run?
  private var lastFiles: [String: String] = [:]
  private var eventCount = 0

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    trial = try ExportTrial()
  }

  /// The commands so far.
  var story: String { trial.commands.joined(separator: "\n") }

  // MARK: What is run

  private mutating func makeEvents() -> [ModelEvent] {
    let count = random.below(12) == 0 ? 2_000 : 1 + random.below(40)
    return (0..<count).map { _ in
      eventCount += 1
      return ModelEvent.make(eventCount, &random)
    }
  }

  private mutating func makeRun() -> Run {
    var kind = random.pick(Kind.allCases)
    if kind == .again, var again = last {
      again.wasForced = again.isForced
      again.kind = .again
      if random.below(2) == 0 { again.threads = 1 + random.below(3) }
      return again
    }
    if kind == .again { kind = .publish }
    // What is added has the layout of what is there: the order of its partitions is asked for.
    let current = states.count == 1 ? states[0].layout : nil
    let isAdding = kind == .append && current != nil
    if kind == .append, !isAdding { kind = .force }
    let layout = isAdding ? current ?? ModelLayout.all[0] : random.pick(ModelLayout.all)
    var options = [random.pick(["", "--gzip-engine zlib", "--level 1"])]
    switch random.below(4) {
    case 0: options.append("--max-events \(1 + random.below(30))")
    case 1: options.append("--max-bytes \(700 + random.below(4_000))")
    default: break
    }
    return Run(
      kind: kind, layout: layout, options: options.filter { !$0.isEmpty }, events: makeEvents(),
      threads: 1 + random.below(3))
  }

  private mutating func makeFault(_ run: Run) -> ModelFault {
    switch random.below(5) {
    case 0: return .cut(at: random.below(run.events.reduce(0) { $0 + $1.line.utf8.count + 1 }))
    case 1, 2:
      guard ExportTrial.canTrace else { return .killedAfter(milliseconds: random.below(200)) }
      let calls = [
        "write", "openat", "fsync", "linkat", "unlinkat", "flock", "?mkdir,?mkdirat", "close",
        "?rename,?renameat,?renameat2", "linkat,unlinkat,?renameat,?renameat2,fsync",
      ]
      return .killedAt(call: random.pick(calls), 1 + random.below(random.pick([6, 30, 90])))
    default: return run.kind == .append && random.below(2) == 0 ? .beside(makeEvents()) : .none
    }
  }

  // MARK: What must come of it

  /// What a run that ends by itself makes of an export, and its status.
  private func expected(_ run: Run, from old: ModelExport) -> (export: ModelExport, status: Int) {
    let new = ModelExport(layout: run.layout, events: run.events)
    if run.isForced { return (new, 0) }
    switch run.kind {
    case .append: return (ModelExport(layout: run.layout, events: old.events + run.events), 0)
    case .publish, .again, .force:
      // Other content is not replaced; the same content is no other.
      return old.layout == nil || old == new ? (new, 0) : (old, 4)
    }
  }

  /// Runs once; gives what is wrong then, or nothing.
  mutating func step() throws -> String {
    let run = makeRun()
    return try step(run, makeFault(run))
  }

  /// Repeats what was last asked for until it ends by itself, and gives what is wrong then.
  mutating func end() throws -> String {
    var run = makeRun()
    run.kind = .force
    return try step(run, .none)
  }

  private mutating func step(_ run: Run, _ fault: ModelFault) throws -> String {
    let outcome = try trial.run(run.events, run.arguments, fault)
    func objection(_ what: String) -> String {
      "\(what); status \(outcome.status), \(outcome.lines?.count ?? -1) events restored\n"
        + "\(outcome.messages)\(outcome.objections)\(outcome.notes)\(outcome.debris)"
    }
    guard outcome.objections.isEmpty else { return objection("what is there does not verify") }
    let isKilled = outcome.status == 137
    if !isKilled, !outcome.debris.isEmpty { return objection("debris is left") }
    // What a killed run has placed is not read; whoever reads is told.
    if outcome.debris.isEmpty, !outcome.notes.isEmpty { return objection("files are left") }

    var fitting: [ModelExport] = []
    for old in states {
      let (new, status) = expected(run, from: old)
      if case .beside(let others) = fault, outcome.status == 0 {
        // Each of the two is added whole, in either order.
        var second = new
        second.events = old.events + others + run.events
        var first = new
        first.events += others
        fitting += [first, second]
        continue
      }
      if isKilled {
        fitting += [old, new]
      } else if case .cut = fault {
        if outcome.status == 3 { fitting.append(old) }
      } else if outcome.status == status {
        fitting.append(new)
      }
    }
    guard !fitting.isEmpty else { return objection("another status was expected") }
    let before = states
    if let lines = outcome.lines {
      states = fitting.filter { $0.isRestored(by: lines) }
      if states.isEmpty { return objection("neither the old events nor the new ones") }
      states = [states[0]]
    } else {
      let mayBeGone = before.contains { $0.layout == nil } || (isKilled && run.isForced)
      let wasGone = before.count > 1
      guard mayBeGone || (wasGone && isKilled) else { return objection("there is no manifest") }
      states = isKilled ? fitting : fitting.filter { $0.layout == nil }
      if states.isEmpty { return objection("there is no manifest") }
    }
    return compareWithLast(run, outcome, isKilled: isKilled) ?? ""
  }

  /// The same run again leaves the same bytes, whatever the number of threads.
  private mutating func compareWithLast(
    _ run: Run, _ outcome: ExportTrial.Outcome, isKilled: Bool
  ) -> String? {
    guard !isKilled, outcome.status == 0 else {
      // What is there is not known to be that of the last run.
      if isKilled { last = nil }
      return nil
    }
    if run.kind == .again, let last {
      // The manifest tells of the options, and so of the threads.
      let changed = outcome.files.filter { path, sum in
        lastFiles[path] != sum && (path != "./manifest.json" || run.threads == last.threads)
      }
      guard changed.isEmpty, outcome.files.count == lastFiles.count else {
        return "another run of the same changed \(changed.keys.sorted())"
      }
    }
    last = run.kind == .append ? nil : run
    lastFiles = outcome.files
    return nil
  }
}
