public import ArgumentParser
import Bytes
public import Stages

extension ErrorPolicy: ExpressibleByArgument {}

/// A number of bytes as an option spells it: `1000000`, `64K`, `64M`, `1G` (powers of 1024).
public struct ByteCount: ExpressibleByArgument, Sendable {
  /// The number, at least 1.
  public let bytes: Int

  /// Parses a number and its unit: `K`, `KB` and `KiB` are all 1024 bytes.
  public init?(argument: String) {
    var digits = Array(argument.utf8)[...]
    var unit = 1
    let hasByteSuffix = digits.last == UInt8(ascii: "B")
    if hasByteSuffix { digits.removeLast() }
    if digits.last?.isDigit == false {
      if hasByteSuffix, digits.last == UInt8(ascii: "i") { digits.removeLast() }
      switch digits.popLast().map({ $0 | 0x20 }) {
      case UInt8(ascii: "k"): unit = 1 << 10
      case UInt8(ascii: "m"): unit = 1 << 20
      case UInt8(ascii: "g"): unit = 1 << 30
      default: return nil
      }
    }
    guard !digits.isEmpty, digits.allSatisfy(\.isDigit),
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
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

  @Flag(
    help: ArgumentHelp(
      "Print a last line of what was read, written, dropped and malformed to standard error; "
        + "with --stats=json as an object. KT_STATS=1 does the same."))
  var stats = false
  // What --stats=json becomes: an option whose value may be left out is not known to the parser.
  @Flag(name: .customLong(Arguments.jsonStatistics), help: .hidden)
  var statsJSON = false

  @Flag(help: "Draw events and rate on standard error while it is a terminal.")
  var progress = false

  /// The options' defaults.
  public init() {}

  /// Checks what can be checked before anything is read.
  ///
  /// - Throws: `ValidationError`, which ends with status 2, for a longest line over 2 GiB.
  public mutating func validate() throws {
    guard (maximumLine?.bytes ?? 1) <= 1 << 31 else {
      throw ValidationError("--max-line is at most 2G")
    }
  }

  /// How statistics are shown: by the option, else by the environment, else not.
  private var statistics: StatisticsFormat? {
    if statsJSON { return .json }
    if stats { return .text }
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
