public import ArgumentParser
import Bytes
public import Stages

/// An executable of the suite: options by ArgumentParser, status and messages by spec/cli.md.
///
/// A tool declares its options and gives `execute()`; the entry point is here.
public protocol Tool: Subcommand {}

/// What a tool, or one of its subcommands, does.
public protocol Subcommand: ParsableCommand {
  /// Does the work once all options are parsed; throws a `Problem`, or gives how it ended.
  mutating func execute() throws -> ExitStatus
}

extension Tool {
  /// The tool's name, such as `kt-filter`.
  public static var toolName: String { configuration.commandName ?? "kt" }

  /// Who the tool is, for frames and messages, with the options of this run.
  public var identity: ToolIdentity {
    ToolIdentity(
      name: Self.toolName, version: suiteVersion,
      options: CommandLine.arguments.dropFirst().map(ShellQuoting.quoted)
        .joined(separator: " "))
  }

  /// Parses the arguments, runs the tool, and ends the process with its status.
  public static func main() {
    StandardStreams.secure()
    let status: ExitStatus
    do {
      var command = try parse(Arguments.prepared(Array(CommandLine.arguments.dropFirst())))
      if var subcommand = command as? any Subcommand {
        status = try subcommand.execute()
      } else {
        try command.run()
        status = .success
      }
    } catch {
      ProcessContext.exit(report(error).rawValue)
    }
    ProcessContext.exit(status.rawValue)
  }

  /// Parses the arguments: those of a subcommand where the first one names it.
  ///
  /// The parser would take the name for the tool's own first argument where it has one.
  private static func parse(_ arguments: [String]) throws -> any ParsableCommand {
    let subcommand = configuration.subcommands.first {
      $0.configuration.commandName == arguments.first
    }
    guard let subcommand else { return try parseAsRoot(arguments) }
    return try subcommand.parseAsRoot(Array(arguments.dropFirst()))
  }

  /// Says what went wrong; help and version, which also come as errors, go to standard output.
  private static func report(_ error: any Error) -> ExitStatus {
    let diagnostics = Diagnostics(tool: toolName)
    if let problem = error as? Problem {
      diagnostics.report(problem.message)
      return problem.status
    }
    if exitCode(for: error) == .success {
      let text = Array("\(fullMessage(for: error))\n".utf8)
      return writeOut(text.span)
    }
    diagnostics.report(
      "\(Arguments.sentence(message(for: error))); try '\(toolName) --help'")
    return .usage
  }

  /// Writes a small text to standard output, and says so where that fails.
  public static func writeOut(_ text: Span<UInt8>) -> ExitStatus {
    let problem: Problem
    do throws(SystemError) {
      guard StandardStreams.hasOutput else {
        throw SystemError("write", StandardStreams.closedStreamCode)
      }
      try Descriptor.standardOutput.writeAll(text)
      return .success
    } catch {
      problem = Problem(writing: "standard output", error)
    }
    Diagnostics(tool: toolName).report(problem.message)
    return problem.status
  }
}

/// Small changes to what comes from, and goes to, ArgumentParser.
enum Arguments {
  /// The name of the flag that stands for `--stats=json`.
  static let jsonStatistics = "stats-as-json"

  /// Spells `--stats=json` and `--stats=text` as the flags they mean.
  static func prepared(_ arguments: [String]) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    return arguments.enumerated().map { index, argument in
      guard index < end else { return argument }
      switch argument {
      case "--stats=json": return "--\(jsonStatistics)"
      case "--stats=text": return "--stats"
      default: return argument
      }
    }
  }

  /// A message as this suite writes them: one line, lower case, without a full stop.
  static func sentence(_ message: String) -> String {
    let line = message.split(whereSeparator: \.isNewline).joined(separator: " ") + " "
    let sentences = line.components(separatedBy: ". ").filter { !$0.allSatisfy(\.isWhitespace) }
    let lowered = sentences.map { $0.prefix(1).lowercased() + $0.dropFirst() }
    var text = lowered.joined(separator: "; ")
    while let last = text.last, last.isWhitespace || last == "." { text.removeLast() }
    return text.isEmpty ? "bad usage" : Quoting.escaped(text)
  }
}

extension String {
  /// The parts between the separators; the standard library splits at single characters only.
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}

/// Quotes words for a POSIX shell.
enum ShellQuoting {
  /// The word as a shell would read it back.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        byte.isLetter || byte.isDigit || "_-./:=,@%+".utf8.contains(byte)
      }
    if isPlain { return word }
    // By scalars: a quote and a mark that combines with it are one Character.
    let parts = word.unicodeScalars.split(separator: "'", omittingEmptySubsequences: false)
    return "'\(parts.map { String($0) }.joined(separator: "'\\''"))'"
  }
}
