import ArgumentParser
import Bytes
import Command
import Redaction
import Stages

/// What is looked for, and where.
struct DetectionOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      What is looked for: pii, secrets, all, kinds by name ('kt-redact kinds' lists them), and \
      with a - before it what is left out; or none.
      """, valueName: "kind,-kind"))
  var detect: [String] = []
  @Option(
    name: .customLong("in"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      Where it is looked for: canonical names, raw .paths, JSON pointers with * for any member; \
      '*' is every string of the event. Default: input, output, escalation and metadata.
      """, valueName: "field,.."))
  var fields: [String] = []
  @Option(
    name: .customLong("min-confidence"),
    help: ArgumentHelp(
      "The lowest confidence that counts: 3 checksum or vendor's prefix, 2 shape in context, 1 "
        + "shape alone. Default: 2.", valueName: "1|2|3"))
  var minimumConfidence: UInt8?
  @Flag(
    inversion: .prefixedNo,
    help: "Look at texts with full-width digits, dashes and spaces folded, zero width removed.")
  var fold: Bool?
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A kind of your own that a POSIX extended regular expression finds.",
      valueName: "NAME=ere"))
  var pattern: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A kind of your own whose values FILE lists, one a line, # for remarks.",
      valueName: "NAME=file"))
  var words: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Values that are left alone, one a line; @company.com and .company.com are suffixes.",
      valueName: "file"))
  var allow: [String] = []

  func validate() throws {
    guard (1...3).contains(minimumConfidence ?? 2) else {
      throw ValidationError("--min-confidence is 1, 2 or 3")
    }
  }

  func fill(_ settings: inout RuleSettings) throws(Problem) {
    settings.minimumConfidence = minimumConfidence
    settings.folds = fold
    for terms in detect {
      try Problem.ofOption("--detect") { () throws(RuleProblem) in
        var detection = settings.detection ?? DetectionTerms()
        try detection.add(terms)
        settings.detection = detection
      }
    }
    for list in fields {
      settings.fields += try Problem.ofOption("--in") { () throws(RuleProblem) in
        try FieldSelector.list(list)
      }
    }
    for text in pattern {
      try Problem.ofOption("--pattern") { () throws(RuleProblem) in
        try settings.addPattern(try UserPattern(text))
      }
    }
    for text in words {
      try Problem.ofOption("--words") { () throws(RuleProblem) in
        try settings.addWords(try UserWords(text))
      }
    }
    for file in allow {
      settings.allowed += try Problem.ofOption("--allow") { () throws(RuleProblem) in
        try AllowedValues.read(Path(argument: file))
      }
    }
  }
}
