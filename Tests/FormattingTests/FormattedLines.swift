import Bytes
import DecisionEvent
import EventJSON
import Stages
import TestSupport

@testable import Formatting

/// What a format writes for lines, begin and end included.
func formatted<Format: EventFormat & ~Copyable>(
  _ lines: [String], dictionary: EventDictionary = EventDictionary(),
  _ make: (inout EventQuery) throws(FormatProblem) -> Format
) throws -> String {
  var stage = try FormatStage(dictionary, observing: false, make)
  var output = Output(capacity: 64)
  for line in lines {
    let bytes = Array(line.utf8)
    _ = try stage.process(bytes.span, into: &output)
  }
  stage.finish(into: &output)
  return String(copying: output.bytes)
}
