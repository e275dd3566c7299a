import ArgumentParser
import Bytes
import Command
import DecisionEvent
import Filtering
import Stages

/// Which events an export must show all of.
struct ConditionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Show exactly the events that this expression of kt-filter --where fits; the others are, or "
        + "become, stubs that show no more than it reads.", valueName: "expr"))
  var complete: String?
  @OptionGroup var dictionary: DictionaryOptions

  /// The condition; nil where none is asked for.
  func condition() throws(Problem) -> SelectionCondition? {
    guard let complete else { return nil }
    var request = SelectionRequest()
    request.expressions = [complete]
    request.dictionary = try dictionary.dictionary()
    do throws(SelectionProblem) {
      return SelectionCondition(try Selection(request, now: .now))
    } catch {
      throw Problem(usage: error.named("--complete"))
    }
  }
}
