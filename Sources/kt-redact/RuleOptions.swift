import ArgumentParser
import Bytes
import Command
import Redaction
import Stages

/// A file with rules.
struct PolicyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Rules as a JSON object, such as pipelines/policies/*.json; options add to them, and win.
      """, valueName: "file"))
  var policy: String?
}

/// All options that say what is redacted, and how.
struct RuleOptions: ParsableArguments {
  @OptionGroup(title: "What is looked for") var detection: DetectionOptions
  @OptionGroup(title: "What becomes of it") var operators: OperatorOptions
  @OptionGroup(title: "Pseudonyms") var pseudonyms: PseudonymOptions
  @OptionGroup(title: "Rules") var policy: PolicyOptions
  @OptionGroup(title: "Stream options") var dictionary: DictionaryOptions

  /// The rules; where nobody says what is looked for, `usual` is, or a usage error.
  func request(usual: String? = nil) throws(Problem) -> RedactionRequest {
    var settings = RuleSettings()
    try detection.fill(&settings)
    try operators.fill(&settings)
    if let usual, settings.detection == nil, policy.policy == nil {
      var terms = DetectionTerms()
      try Problem.ofOption("--detect") { () throws(RuleProblem) in try terms.add(usual) }
      settings.detection = terms
    }
    let file = policy.policy.map { Path(argument: $0) }
    var request = try RedactionRequest(policy: file, options: settings)
    request.dictionary = try dictionary.dictionary()
    return request
  }
}
