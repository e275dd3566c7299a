public import ArgumentParser
import Artifacts
import Bytes
import Compression
import Stages

/// How artifacts are compressed.
struct CompressionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How hard to compress, 0 to 9 (default: 6 for .gz, 3 for .zst).", valueName: "n"))
  var level: Int?
  @Option(
    help: ArgumentHelp("How many threads compress (default: all processors).", valueName: "n"))
  var threads: Int?
  @Option(
    name: .customLong("gzip-engine"),
    help: ArgumentHelp(
      """
      zlib, one ordinary member; libdeflate, about twice as fast where it is installed; auto, \
      the fastest installed.
      """, valueName: "engine"))
  var gzipEngine = CompressionMethod.GzipEngine.auto

  func validate() throws {
    guard (0...9).contains(level ?? 6) else { throw ValidationError("--level is 0 to 9") }
    guard (1...1024).contains(threads ?? 1) else {
      throw ValidationError("--threads is 1 to 1024")
    }
  }

  /// The options for the artifacts of a destination.
  func options(for destination: SinkDestination) throws(Problem) -> ArtifactOptions {
    do throws(CompressionMethod.Missing) {
      var options = ArtifactOptions(
        try CompressionMethod(destination.format, engine: gzipEngine, level: level))
      options.threads = threads ?? ProcessContext.processorCount
      return options
    } catch {
      throw Problem(.failure, error.reason)
    }
  }
}

extension CompressionMethod.GzipEngine: ExpressibleByArgument {}
