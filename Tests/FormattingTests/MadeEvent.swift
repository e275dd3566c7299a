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
  return try formatted([event], dictionary: dictionary, make)
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
