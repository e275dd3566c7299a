import Bytes
import Compression
public import DecisionEvent
public import Stages

/// In which order the events of several inputs come.
public enum InputOrder: String, CaseIterable, Sendable {
  /// By the inputs' paths, then by their place in them.
  case path
  /// By their times; those of one time by path and place.
  case time
}

/// Reads files and folders, each in the form that its content has, into one stream.
public struct SourceRun: Sendable {
  /// Files and folders; standard input where there is none, or for `-`.
  public var files: [String] = []
  /// Whether the stream gets a begin and an end.
  public var isFramed = true
  /// The longest event in bytes.
  public var maximumLine = 64 * 1024 * 1024
  /// In which order events come.
  public var order = InputOrder.path
  /// The window of time that is asked for: artifacts outside of it are skipped whole.
  public var window = TimeWindow()
  /// Whether artifacts of kt-sink are compared with their manifests.
  public var verifies = true
  /// The tool's name, for messages.
  public var toolName = "kt-source"
  /// Under which names events have their time.
  public var dictionary = EventDictionary()

  /// A run over standard input.
  public init() {}

  /// Runs `pump` over the inputs.
  public func run(_ pump: inout Pump<SourceStage>) -> RunSummary {
    let diagnostics = Diagnostics(tool: toolName)
    let gate = ArtifactGate(window: window, verifies: verifies) { diagnostics.report($0) }
    let inputs = InputList(names: files, gate: gate)
    return pump.run { pump throws(Problem) in
      defer { pump.skippedArtifacts = gate.skipped }
      if isFramed { pump.beginFrame() }
      switch order {
      case .path:
        try inputs.visit { path throws(Problem) in try read(path, &pump) }
      case .time:
        var merge = TimeMerge(maximumLine: maximumLine, dictionary: dictionary)
        try inputs.visit { path throws(Problem) in try merge.add(path, &pump) }
        try merge.run(&pump)
      }
    }
  }

  /// Reads one file from its beginning to its end.
  private func read(_ path: Path?, _ pump: inout Pump<SourceStage>) throws(Problem) {
    var file = try EventFile(path, &pump, maximumLine: maximumLine)
    while true {
      // Lines, which nearly all files are, go through the pump's own loop, block by block.
      if try file.isAtLines(&pump) { return try file.readLines(&pump) }
      let step = try file.next(&pump)
      if case .end = step { return }
      try pump.take(step, of: &file)
    }
  }
}

extension Pump<SourceStage> {
  /// Hands on what a step of a file gave, and goes behind it.
  mutating func take(_ step: EventFile.Step, of file: inout EventFile) throws(Problem) {
    switch step {
    case .event:
      try feed(file.input.unread.extracting(file.eventRange), at: file.place)
      file.finishEvent()
    case .longLine: try file.passLongLine(&self)
    case .fault(let fault):
      try noteFault(fault.kind, at: fault.place)
      if fault.isLoss { noteMissing() }
    case .end: break
    }
  }
}
