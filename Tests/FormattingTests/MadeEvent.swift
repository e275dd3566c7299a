import Bytes
import DecisionEvent
import EventJSON
import Foundation
import Stages
import TestSupport
import Testing

@testable import Formatting

/// What a format makes of one event.
func made<Format: EventFormat & ~Copyable>(
  of event: String, map: String = "",
  by make: (inout EventQuery) throws(FormatProblem) -> Format
) throws -> String {
  var dictionary = EventDictionary()
  try dictionary.add(map: map)
  var stage = try FormatStage(dictionary, observing: false, make)
  let line = Array(event.utf8)
  var output = Output(capacity: 64)
  _ = try stage.process(line.span, into: &output)
  return text(output.bytes)
}

/// The object that a line is.
func object(_ line: String) throws -> [String: Any] {
  try #require(
    try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
}

/// The value at a path of member names and indexes, as text; nil where there is none.
func value(_ path: String, in object: Any) -> String? {
  var current: Any? = object
  for step in path.split(separator: ".") {
    if let index = Int(step), let list = current as? [Any] {
      current = list.indices.contains(index) ? list[index] : nil
    } else {
      current = (current as? [String: Any])?[String(step)]
    }
  }
  return current.map { "\($0)" }
}
