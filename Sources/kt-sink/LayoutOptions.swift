import ArgumentParser
import Artifacts
import Command

/// How an export is laid out in artifacts.
struct LayoutOptions: ParsableArguments {
  @Flag(
    help: """
      Name folders as warehouses expect: dt=2026-04-01/team=legal/part-00000.jsonl.gz below the \
      folder PATH, or by the placeholders of PATH.
      """)
  var hive = false
  @Option(
    name: .customLong("max-events"),
    help: ArgumentHelp("Begin another part after N events.", valueName: "n"))
  var maximumEvents: Int?
  @Option(
    name: .customLong("max-bytes"),
    help: ArgumentHelp(
      "Begin another part before the compressed file is larger.", valueName: "bytes"))
  var maximumBytes: ByteCount?
  @Flag(help: "Add artifacts to the export that is there, as further parts.")
  var append = false

  func validate() throws {
    guard (maximumEvents ?? 1) > 0 else { throw ValidationError("--max-events is 1 or more") }
  }

  /// Whether artifacts are numbered.
  private var hasParts: Bool { maximumEvents != nil || maximumBytes != nil || append }

  /// Where the artifacts go.
  func destination(_ path: String) throws(TemplateProblem) -> SinkDestination {
    try SinkDestination(path: path, isHive: hive, hasParts: hasParts)
  }

  func fill(_ options: inout ArtifactOptions) {
    options.maximumEvents = maximumEvents
    options.maximumBytes = maximumBytes?.bytes
    options.appends = append
  }
}
