import ArgumentParser
import Bytes
import Command
import Redaction
import Stages

/// Shows what rules do to texts.
struct Try: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Show what becomes of texts.",
    usage: "kt-redact try [options] [<text> ...]",
    discussion: """
      Each text, or without any each line of standard input, as it would be, and below it what \
      was found: kind, confidence, and the bytes where it stands. Unlike everywhere else, values \
      are shown. Without --detect or a policy, everything is looked for. What --in and rules for \
      fields say does not matter here: a text is no field.

      $ kt-redact try 'write to jane.doe@example.com'
      $ kt-redact try --detect pii --with mask <texts.txt
      """)

  @Argument(help: ArgumentHelp("Texts as they stand in events, unescaped.", valueName: "text"))
  var texts: [String] = []
  @OptionGroup var rules: RuleOptions

  mutating func execute() throws -> ExitStatus {
    let request = try rules.request(usual: "all")
    var trial = try Trial(
      request, pseudonyms: try rules.pseudonyms.pseudonymizer(for: request))
    for text in texts {
      let status = Self.show(trial.run(text))
      guard status == .success else { return status }
    }
    return texts.isEmpty ? try Self.tryLines(&trial) : .success
  }

  /// Tries each line of standard input as soon as it is there.
  private static func tryLines(_ trial: inout Trial) throws(Problem) -> ExitStatus {
    var input = Input()
    var descriptor = Descriptor.standardInput
    do throws(SystemError) {
      while try input.fill(from: &descriptor) {
        while let end = ByteScan.firstIndex(of: .newline, in: input.unread, from: 0) {
          let text = String(copying: input.unread.extracting(0..<end))
          input.consume(end + 1)
          let status = show(trial.run(text))
          guard status == .success else { return status }
        }
      }
    } catch {
      throw Problem(.failure, "standard input: \(error)")
    }
    guard input.unread.count > 0 else { return .success }
    return show(trial.run(String(copying: input.unread)))
  }

  private static func show(_ result: Trial.Result) -> ExitStatus {
    var text = Quoting.escaped(result.text) + "\n"
    for finding in result.findings {
      let place = "\(finding.range.lowerBound + 1)-\(finding.range.upperBound)"
      text +=
        "  \(finding.kind): confidence \(finding.confidence), bytes \(place), "
        + "'\(Quoting.escaped(finding.value))' becomes '\(Quoting.escaped(finding.replacement))'\n"
    }
    if result.findings.isEmpty { text += "  nothing found\n" }
    let bytes = Array(text.utf8)
    return KTRedact.writeOut(bytes.span)
  }
}
