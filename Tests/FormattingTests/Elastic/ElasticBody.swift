import Bytes
import DecisionEvent
import Stages
import TestSupport

@testable import Formatting

/// Runs the format over lines, without a pump.
func elasticBody(
  _ lines: [[UInt8]], index: String? = nil, ecs: Bool = false
) throws -> [UInt8] {
  var request = FormatRequest()
  request.index = index
  request.usesECS = ecs
  var stage = try FormatStage(EventDictionary(), observing: false) {
    query throws(FormatProblem) in try ElasticFormat(request, &query)
  }
  var output = Output(capacity: 1)
  for line in lines { _ = try stage.process(line.span, into: &output) }
  stage.finish(into: &output)
  return copy(output.bytes)
}

/// The two lines of one event.
func elasticBody(_ line: String, ecs: Bool = false) throws -> String {
  String(decoding: try elasticBody([Array(line.utf8)], ecs: ecs), as: UTF8.self)
}
