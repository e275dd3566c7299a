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
  let lines = lines.map { Array($0.utf8) }
  return String(decoding: try formatted(lines, dictionary: dictionary, make), as: UTF8.self)
}

/// The same of lines of any bytes.
func formatted<Format: EventFormat & ~Copyable>(
  _ lines: [[UInt8]], dictionary: EventDictionary = EventDictionary(),
  _ make: (inout EventQuery) throws(FormatProblem) -> Format
) throws -> [UInt8] {
  var stage = try FormatStage(dictionary, observing: false, make)
  var output = Output(capacity: 64)
  for line in lines { _ = try stage.process(line.span, into: &output) }
  stage.finish(into: &output)
  return copy(output.bytes)
}
