import ArgumentParser
import Bytes
import Integrity
import Stages

/// How hashes are computed, and where findings go.
struct HashingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("How many threads hash (default: all processors).", valueName: "n"))
  var threads: Int?
  @Option(
    help: ArgumentHelp(
      "Write findings to a new file FILE instead of standard error.", valueName: "file"))
  var report: String?

  func validate() throws {
    guard (1...1024).contains(threads ?? 1) else {
      throw ValidationError("--threads is 1 to 1024")
    }
  }

  /// How many threads hash.
  var threadCount: Int { threads ?? ProcessContext.processorCount }

  /// Where findings go.
  func findingReport() throws(Problem) -> FindingReport {
    try FindingReport(file: report.map { Path(argument: $0) })
  }
}

/// Which hashes are those of which texts.
struct ContentOptions: ParsableArguments {
  @Option(
    name: .customLong("pair"),
    help: ArgumentHelp(
      "A further hash and the text that it is of, as JSON pointers: /prompt_digest=/prompt.",
      valueName: "/hash=/text"))
  var pairTexts: [String] = []

  /// The pairs.
  func pairs() throws(Problem) -> [HashPair] {
    var pairs: [HashPair] = []
    for text in pairTexts {
      do throws(HashPair.Problem) {
        pairs.append(try HashPair(text))
      } catch {
        throw Problem(.usage, "--pair: \(Quoting.quoted(text)): \(error.reason)")
      }
    }
    return pairs
  }
}
