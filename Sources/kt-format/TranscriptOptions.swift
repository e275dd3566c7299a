import ArgumentParser
import Bytes
import Formatting
import Stages
import Transcripts

/// What transcripts tell, and how they are cut.
struct TranscriptOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "With html, pdf: show on the cover what this checkpoint of kt-hash says.", valueName: "file"))
  var checkpoint: String?
  @Option(
    help: ArgumentHelp(
      """
      With html, pdf: tell on the cover how the events came into the export with this manifest of \
      kt-sink, which they are read from; once for each manifest.
      """, valueName: "file"))
  var manifest: [String] = []
  @Option(
    help: ArgumentHelp(
      """
      With html, pdf: how many events wait for others of their conversation. What comes later of one is \
      told as its next part. Default: 20000.
      """, valueName: "events"))
  var groupWindow: Int?
  @Option(
    help: ArgumentHelp(
      "With html and --out: begin a new file after so many events, at a conversation's border.",
      valueName: "events"))
  var volumeEvents: Int?
  @Option(
    help: ArgumentHelp(
      """
      With html: write files into this new folder instead of standard output: a file for each \
      volume, and index.html last.
      """, valueName: "folder"))
  var out: String?

  @Flag(help: "With pdf: fail where no installed font has a character, instead of counting it.")
  var requireGlyphs = false

  func fill(_ request: inout FormatRequest) throws {
    request.set(\.requiresGlyphs, requireGlyphs, .requireGlyphs)
    if let groupWindow {
      guard (1...1_000_000).contains(groupWindow) else {
        throw FormatProblem("--group-window: expected 1 to 1000000 events")
      }
      request.groupWindow = groupWindow
      request.given.insert(.groupWindow)
    }
    if let volumeEvents {
      guard volumeEvents > 0 else { throw FormatProblem("--volume-events: expected 1 or more") }
      request.volumeEvents = volumeEvents
      request.given.insert(.volumeEvents)
    }
    if let checkpoint {
      request.checkpoint = try Self.summary(Path(argument: checkpoint))
      request.given.insert(.checkpoint)
    }
    for name in manifest {
      request.manifests.append(try Self.history(Path(argument: name)))
      request.given.insert(.manifest)
    }
    if let out {
      request.volumeFolder = VolumeFolder(Path(argument: out))
      request.given.insert(.out)
    }
  }

  private static func summary(_ path: Path) throws(Problem) -> CheckpointSummary {
    guard let summary = CheckpointSummary(try contents(of: path, "--checkpoint")) else {
      throw Problem(
        .usage, "--checkpoint: \(Quoting.escaped(path.text)): is no checkpoint of kt-hash")
    }
    return summary
  }

  private static func history(_ path: Path) throws(Problem) -> StageHistory {
    let name = String(decoding: path.lastComponent, as: UTF8.self)
    guard let history = StageHistory(manifest: try contents(of: path, "--manifest"), name: name)
    else {
      throw Problem(
        .usage, "--manifest: \(Quoting.escaped(path.text)): is no manifest of kt-sink")
    }
    return history
  }

  /// The bytes of a file of up to 16 MiB.
  private static func contents(of path: Path, _ option: String) throws(Problem) -> [UInt8] {
    let name = Quoting.escaped(path.text)
    do throws(SystemError) {
      var file = try path.openForReading()
      if let bytes = try file.contents(atMost: 16 << 20) { return bytes }
    } catch {
      throw Problem(.usage, "\(option): \(name): \(error)")
    }
    throw Problem(.usage, "\(option): \(name): more than 16 MiB")
  }
}
