public import ArgumentParser
import Bytes
public import Stages

extension ErrorPolicy: ExpressibleByArgument {}
extension StatisticsFormat: ExpressibleByArgument {}

/// A number of bytes as an option spells it: `1000000`, `64K`, `64M`, `1G` (powers of 1024).
public struct ByteCount: ExpressibleByArgument, Sendable {
  /// The number, at least 1.
  public let bytes: Int

  /// Parses a number and its unit.
  public init?(argument: String) {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    var digits = argument[...]
    for suffix in ["iB", "B"] where digits.hasSuffix(suffix) {
      digits = digits.dropLast(suffix.count)
      break
    }
    var unit = 1
    if let last = digits.last, let factor = units[Character(last.uppercased())] {
      unit = factor
      digits = digits.dropLast()
    }
    guard !digits.isEmpty, digits.utf8.allSatisfy(\.isDigit), let number = Int(digits) else {
      return nil
    }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: unit)
    guard !overflow, bytes > 0 else { return nil }
    self.bytes = bytes
  }
}

/// The options that every tool which reads events has (spec/cli.md).
public struct StreamOptions: ParsableArguments {
  @Option(
    name: .customLong("on-error"),
    help: ArgumentHelp(
      "What becomes of a malformed line: stop at it, leave it out, or hand it on unchanged. "
        + "The exit status is 3 in each case.", valueName: "fail|skip|pass"))
  var onError = ErrorPolicy.fail

  @Option(
    help: ArgumentHelp("Keep malformed lines in FILE, byte for byte.", valueName: "file"))
  var rejects: String?

  @Option(
    name: .customLong("max-line"),
    help: ArgumentHelp(
      "The longest line; a longer one is malformed. Default: 64M.", valueName: "bytes"))
  var maximumLine: ByteCount?

  @Option(
    help: ArgumentHelp(
      "Print a last line of what was read, written, dropped and malformed to standard error, "
        + "as text or with --stats=json as an object. KT_STATS=1 does the same.",
      valueName: "json"))
  var stats: StatisticsFormat?

  @Flag(help: "Draw events and rate on standard error while it is a terminal.")
  var progress = false

  /// The options' defaults.
  public init() {}

  /// Checks what can be checked before anything is read.
  public mutating func validate() throws {
    guard (maximumLine?.bytes ?? 1) <= 1 << 31 else {
      throw ValidationError("--max-line is at most 2G")
    }
  }

  /// How statistics are shown: by the option, else by the environment, else not.
  private var statistics: StatisticsFormat? {
    if let stats { return stats }
    switch ProcessContext.environment("KT_STATS") {
    case nil, "", "0": return nil
    case "json": return .json
    default: return .text
    }
  }

  /// Whether stages should observe what statistics tell.
  public var wantsStatistics: Bool { statistics != nil }

  /// What becomes of malformed lines.
  public var errorPolicy: ErrorPolicy { onError }

  /// The options of a pump.
  public var pumpOptions: PumpOptions {
    var options = PumpOptions()
    options.onError = onError
    options.rejects = rejects.map { Path($0) }
    if let maximumLine { options.maximumLine = maximumLine.bytes }
    options.statistics = statistics
    options.showsProgress = progress
    return options
  }
}

/// How much a tool reads at the most: against decompression bombs.
public struct InputLimitOptions: ParsableArguments {
  @Option(
    name: .customLong("max-bytes"),
    help: ArgumentHelp(
      "Stop with status 3 after reading this much, counted after decompression.",
      valueName: "bytes"))
  var maximumBytes: ByteCount?

  /// The options' defaults.
  public init() {}

  /// The limit in bytes, or nil.
  public var maximum: Int? { maximumBytes?.bytes }
}
