import Bytes
import DecisionEvent
import EventJSON
import Stages

@testable import Filtering

/// Whether a selection keeps an event.
func keeps(
  _ request: SelectionRequest, _ event: String, isInverted: Bool = false
) throws -> Bool {
  let selection = try Selection(request, now: Timestamp(seconds: 1_776_868_200))
  var stage = MatchStage(selection, isInverted: isInverted, observing: true)
  let line = Array(event.utf8)
  var output = Output(capacity: 1)
  if case .keep = try stage.process(line.span, into: &output) { return true }
  return false
}

/// Whether an expression keeps an event.
func keeps(_ expression: String, _ event: String) throws -> Bool {
  var request = SelectionRequest()
  request.expressions = [expression]
  return try keeps(request, event)
}
