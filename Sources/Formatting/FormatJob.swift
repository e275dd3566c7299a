import Bytes
import Containers
public import DecisionEvent
public import Stages
import Transcripts

/// A run of a format: where events come from, and how the pump runs.
public struct FormatJob: Sendable {
  private let files: [String]
  private let input: FormatInput
  private let dictionary: EventDictionary
  private let options: PumpOptions
  let tool: ToolIdentity

  /// A run over files, or over standard input where none is named.
  public init(
    files: [String], from input: FormatInput, dictionary: EventDictionary, options: PumpOptions,
    tool: ToolIdentity
  ) {
    self.files = files
    self.input = input
    self.dictionary = dictionary
    self.options = options
    self.tool = tool
  }

  /// Runs the format that `make` gives; it registers what it reads.
  func run<Format: EventFormat & ~Copyable>(
    _ make: (inout EventQuery) throws(FormatProblem) -> Format
  ) throws(FormatProblem) -> RunSummary {
    let stage = try FormatStage(
      dictionary, from: input, observing: options.statistics != nil, make)
    return run(stage)
  }

  /// Hands events on as they are.
  func runPlain() -> RunSummary {
    run(PlainStage(dictionary, from: input, observing: options.statistics != nil))
  }

  /// Makes a transcript of the events; the folder of its volumes, if any, is made before.
  func runTranscript<Sink: TranscriptSink & ~Copyable>(
    _ request: FormatRequest, writing sink: consuming Sink
  ) -> RunSummary {
    run(
      TranscriptStage(
        dictionary, from: input, observing: options.statistics != nil,
        TranscriptRequest(request, tool: tool), to: request.volumeFolder, writing: sink))
  }

  private func run<S: Stage & ~Copyable>(_ stage: consuming S) -> RunSummary {
    var pump = Pump(stage, options: options, tool: tool)
    switch input {
    case .lines: return pump.run(files: files)
    case .containers:
      return pump.run { pump throws(Problem) in
        for name in files.isEmpty ? ["-"] : files {
          try pump.readEvents(
            of: name == "-" ? nil : Path(argument: name), maximumLine: options.maximumLine)
        }
      }
    case .table(let syntax):
      return pump.run { pump throws(Problem) in
        try TableInput.read(files, syntax, maximumLine: options.maximumLine, &pump)
      }
    }
  }
}
