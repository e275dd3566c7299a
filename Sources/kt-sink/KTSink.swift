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

      With placeholders, PATH is a template: one artifact for each of their values, and one \
      manifest.json with SHA256SUMS in the folder before the first of them. There are {date}, \
      {hour} and {month} (UTC), {part}, canonical fields such as {team}, and raw {.paths}.

      $ kt-source events/ | kt-filter --verdict blocked | kt-sink blocked.jsonl.gz
      $ kt-source events/ | kt-sink 'q1/{date}/{team}.jsonl.gz'
      $ kt-source events/ | kt-sink --hive --max-bytes 100M warehouse/
      $ kt-filter --team legal events.jsonl | kt-sink --unframed legal.jsonl
      $ kt-source --cursor seen events/ | kt-sink --append 'archive/{date}-{part}.jsonl.zst'
      $ kt-source q1/ | kt-hash prove --log q1.kt | kt-redact --detect all | kt-sink --log q1.kt \
      q1-redacted.jsonl.gz
      $ kt-sink verify q1/ && kt-sink show q1/
      """,
    version: suiteVersion, subcommands: [Join.self, Verify.self, Show.self])

  @Argument(
    help: """
      The artifact, or a template of artifacts; compressed where the name ends in .gz or .zst.
      """)
  var path: String

  @OptionGroup(title: "Artifacts") var layout: LayoutOptions

  @OptionGroup(title: "Compression") var compression: CompressionOptions
  @Option(
    help: ArgumentHelp("The mode of artifact and manifest, in octal.", valueName: "mode"))
  var mode = "0600"
  @OptionGroup(title: "Evidence") var receipts: ReceiptOptions
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
    guard !layout.append || !force else {
      throw ValidationError("--append adds to what is there, and --force replaces it")
    }
    do throws(TemplateProblem) {
      _ = try layout.destination(path)
    } catch {
      throw ValidationError("\(Quoting.quoted(path)): \(error.reason)")
    }
  }

  mutating func execute() throws -> ExitStatus {
    let destination = try layout.destination(path)
    var options = try compression.options(for: destination)
    options.mode = fileMode ?? options.mode
    options.replaces = force
    layout.fill(&options)
    let run = SinkRun<ReceiptCheck>(
      to: destination, options: options, allowsPartial: allowPartial, allowsUnframed: unframed,
      checks: receipts.inspection, tool: identity)
    return run.run(stream.pumpOptions, dictionary: try dictionary.dictionary())
  }
}
