import ArgumentParser
import Artifacts
import Command
import Stages

/// Publishes an export: an artifact and its manifest, or nothing.
@main
struct KTSink: Tool {
  static let configuration = CommandConfiguration(
    commandName: "kt-sink",
    abstract: "Publish a stream as an artifact with a manifest, all of it or nothing.",
    discussion: """
      PATH appears only when the stream has ended as complete and what was written has been \
      read back; PATH.manifest.json comes last. Without the manifest there is no export.

      $ kt-source events/ | kt-filter --verdict blocked | kt-sink blocked.jsonl.gz
      $ kt-filter --team legal events.jsonl | kt-sink --unframed legal.jsonl
      $ kt-source events/ | kt-sink --force --mode 0640 all.jsonl.gz
      """,
    version: suiteVersion)

  @Argument(help: "The artifact; gzip where the name ends in .gz.")
  var path: String

  @OptionGroup(title: "Compression") var compression: CompressionOptions
  @Option(
    help: ArgumentHelp("The mode of artifact and manifest, in octal.", valueName: "mode"))
  var mode = "0600"
  @Flag(help: "Replace an artifact that has the name.")
  var force = false
  @Flag(
    name: .customLong("allow-partial"),
    help: "Publish an incomplete stream, which the manifest then says.")
  var allowPartial = false
  @Flag(
    help: """
      Take a stream without a frame, which nobody can know to be complete. Where PATH is named \
      like a document (.csv, .json, .html, .pdf ..), take any bytes.
      """)
  var unframed = false
  @OptionGroup(title: "Stream options") var stream: StreamOptions
  @OptionGroup(title: "Stream options") var dictionary: DictionaryOptions

  private var fileMode: UInt32? {
    guard let mode = UInt32(mode, radix: 8), mode <= 0o777, mode & 0o600 == 0o600,
      mode & 0o002 == 0
    else { return nil }
    return mode
  }

  mutating func validate() throws {
    guard fileMode != nil else {
      throw ValidationError(
        "--mode is octal, readable and writable for the owner and not writable for everyone")
    }
    guard stream.errorPolicy != .pass else {
      throw ValidationError("--on-error pass: the sink never takes a malformed line")
    }
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard path != "-", !["", ".", ".."].contains(name), !name.hasSuffix(".manifest.json") else {
      throw ValidationError("expected the path of an artifact, not '\(path)'")
    }
    guard !path.contains("{") else {
      throw ValidationError("'\(path)' has a brace, and braces are kept for templates")
    }
  }

  mutating func execute() throws -> ExitStatus {
    var options = try compression.options(for: path)
    options.mode = fileMode ?? options.mode
    options.replaces = force
    let run = SinkRun(
      path: path, options: options, allowsPartial: allowPartial, allowsUnframed: unframed,
      tool: identity)
    return run.run(stream.pumpOptions, dictionary: try dictionary.dictionary())
  }
}
