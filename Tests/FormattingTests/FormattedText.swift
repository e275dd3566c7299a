import Bytes
import DecisionEvent
import Stages

@testable import Formatting

/// What a format makes of these lines.
func formatted<Format: EventFormat & ~Copyable>(
  _ lines: [String], _ make: (inout EventQuery) throws(FormatProblem) -> Format
) throws -> String {
  var stage = try FormatStage(EventDictionary(), observing: false, make)
  var output = Output(capacity: 1)
  for line in lines {
    let bytes = Array(line.utf8)
    _ = try stage.process(bytes.span, into: &output)
  }
  stage.finish(into: &output)
  return String(copying: output.bytes)
}
