public import ArgumentParser
public import Redaction
import Stages

extension ContentHashRule: ExpressibleByArgument {}

/// What becomes of what was found, and of whole fields.
struct OperatorOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      What becomes of what was found, or of one KIND of it: replace, replace:TEMPLATE (with \
      {kind}), mask, mask:first=N,last=N,char=C, pseudonym, remove, truncate (an address to its \
      network), keep. Default: replace, by [{kind}].
      """, valueName: "[KIND=]operator"))
  var with: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Take fields out.", valueName: "field,.."))
  var drop: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Make fields null.", valueName: "field,.."))
  var null: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Make a field this text.", valueName: "field=text"))
  var replace: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Mask the letters and digits of fields.", valueName: "field,.."))
  var mask: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Make fields pseudonyms.", valueName: "field,.."))
  var pseudonymize: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Make addresses their network and dates their month.", valueName: "field,.."))
  var truncate: [String] = []
  @Option(
    name: .customLong("content-hashes"),
    help: ArgumentHelp(
      """
      What becomes of the hash of a text that changed, by which the text can be guessed: \
      [REDACTED], the hash of the new text, or nothing. Default: withhold.
      """, valueName: "withhold|recompute|drop"))
  var contentHashes: ContentHashRule?

  func fill(_ settings: inout RuleSettings) throws(Problem) {
    settings.contentHashes = contentHashes
    for text in with {
      try Problem.ofOption("--with") { () throws(RuleProblem) in
        try settings.addOperator(text)
      }
    }
    let rules: [(option: String, fields: [String], action: FieldRule.Operator)] = [
      ("--drop", drop, .drop), ("--null", null, .null), ("--mask", mask, .mask(MaskShape())),
      ("--pseudonymize", pseudonymize, .pseudonymize), ("--truncate", truncate, .truncate),
    ]
    for (option, lists, action) in rules {
      for list in lists {
        try Problem.ofOption(option) { () throws(RuleProblem) in
          for rule in try FieldRule.list(list, action) { try settings.addRule(rule) }
        }
      }
    }
    for text in replace {
      try Problem.ofOption("--replace") { () throws(RuleProblem) in
        try settings.addRule(try FieldRule.replacement(text))
      }
    }
  }
}
