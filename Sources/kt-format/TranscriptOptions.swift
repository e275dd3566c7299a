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
    if let out {
      request.volumeFolder = VolumeFolder(Path(argument: out))
      request.given.insert(.out)
    }
  }

  private static func summary(_ path: Path) throws(Problem) -> CheckpointSummary {
    let name = Quoting.escaped(path.text)
    let bytes: [UInt8]?
    do throws(SystemError) {
      var file = try path.openForReading()
      bytes = try file.contents(atMost: 1 << 20)
    } catch {
      throw Problem(.usage, "--checkpoint: \(name): \(error)")
    }
    guard let summary = bytes.flatMap({ CheckpointSummary($0) }) else {
      throw Problem(.usage, "--checkpoint: \(name): is no checkpoint of kt-hash")
    }
    return summary
  }
}
