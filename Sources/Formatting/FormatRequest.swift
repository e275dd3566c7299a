import DecisionEvent
public import Stages
public import Transcripts

/// An option that some formats take and others don't, by its name on the command line.
public enum FormatOption: String, CaseIterable, Sendable {
  case fields, canonical, underscores
  case exportID = "export-id"
  case createdAt = "created-at"
  case pretty
  case lf, null
  case noFormulaGuard = "no-formula-guard"
  case excel
  case typedHeader = "typed-header"
  case host, source, sourcetype, index
  case maximumEventBytes = "max-event-bytes"
  case ecs, texts, framing
  case structuredDataID = "sd-id"
  case by, json
  case checkpoint, manifest
  case groupWindow = "group-window"
  case volumeEvents = "volume-events"
  case out
  case requireGlyphs = "require-glyphs"
}

/// What the command line asks of a format: its options' values, before any is checked.
public struct FormatRequest: Sendable {
  /// The options that were given.
  public var given: Set<FormatOption> = []
  /// `--fields`: canonical names and raw paths, or nil for the format's own.
  public var fields: [String]?
  /// `--canonical`: one schema of canonical names.
  public var isCanonical = false
  /// `--underscores`: names of columns without dots and brackets.
  public var hasUnderscores = false
  /// `--export-id`, or nil for none.
  public var exportID: String?
  /// `--created-at`, as it is to be written.
  public var createdAt = Timestamp(seconds: Timestamp.now.seconds).description
  /// `--pretty`: JSON for people.
  public var isPretty = false
  /// `--lf`: lines end in LF instead of CRLF.
  public var hasUnixLines = false
  /// `--null`: what stands for null in a cell.
  public var null = ""
  /// Whether texts that a spreadsheet would run are guarded.
  public var guardsFormulas = true
  /// `--excel`: a byte order mark comes first.
  public var hasByteOrderMark = false
  /// `--typed-header`: each name with the type of its column.
  public var hasTypedHeader = false
  /// `--host`, `--source`, `--sourcetype` and `--index`, where given.
  public var host, source, sourcetype, index: String?
  /// `--max-event-bytes`: the longest event, in bytes.
  public var maximumEventBytes = 1_000_000
  /// `--ecs`: the names of the Elastic Common Schema.
  public var usesECS = false
  /// `--texts`: what was asked and answered, where a format leaves it out.
  public var includesTexts = false
  /// `--framing`: how records are told apart, or nil for the format's way.
  public var framing: String?
  /// `--sd-id`: the id of structured data, or nil for the format's own.
  public var structuredDataID: String?
  /// `--by`: the fields to group by, or nil for the usual ones.
  public var groups: [String]?
  /// `--json`: JSON instead of a text for people.
  public var isJSON = false
  /// `--checkpoint`: what the checkpoint says, or nil for none.
  public var checkpoint: CheckpointSummary?
  /// `--manifest`: how the events came into the exports that they are read from.
  public var manifests: [StageHistory] = []
  /// `--group-window`: how many events wait for others of their conversation, or nil for the usual.
  public var groupWindow: Int?
  /// `--volume-events`: how many events a volume has, or nil for one volume.
  public var volumeEvents: Int?
  /// `--out`: the folder for a document of several files, or nil for standard output.
  public var volumeFolder: VolumeFolder?
  /// `--require-glyphs`: whether a character that no font has is an error.
  public var requiresGlyphs = false
  /// `--frame`: whether the document is handed on with the proof that it is whole.
  public var isFramed = false

  /// The defaults.
  public init() {}
}

/// Why a format can't be run: mostly what is wrong with its options.
public struct FormatProblem: Error, Equatable, Sendable {
  /// The exit status that says it.
  public let status: ExitStatus
  /// The sentence for a message, which begins with the option.
  public let reason: String

  /// A usage error with its sentence.
  public init(_ reason: String) { (status, self.reason) = (.usage, reason) }

  /// What was found before anything was read.
  public init(_ problem: Problem) { (status, reason) = (problem.status, problem.message) }
}
