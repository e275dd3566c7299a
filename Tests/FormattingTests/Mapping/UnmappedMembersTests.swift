import Bytes
import EventJSON
import Foundation
import TestSupport
import Testing

@testable import Formatting

@Suite struct UnmappedMembersTests {
  /// What is left of an event without the values that begin like one of `taken`.
  private func left(_ event: String, without taken: [String]) -> (text: String, isAny: Bool) {
    let line = Array(event.utf8)
    var mapped = CarriedValues()
    for value in taken {
      if let range = event.range(of: value) {
        let start = event.utf8.distance(from: event.startIndex, to: range.lowerBound)
        mapped.insert(Field(.string, start, start + value.utf8.count))
      }
    }
    mapped.finish()
    let object = UnmappedMembers.event(line.span)
    var output = Output(capacity: 16)
    var json = JSONWriter()
    json.beginObject(into: &output)
    UnmappedMembers.write(line.span, object, mapped, &json, into: &output)
    return (
      text(output.bytes), UnmappedMembers.isAnyLeft(line.span, in: object, mapped)
    )
  }

  @Test(
    arguments: [
      (#"{"a":"x","b":1}"#, ["x"], #"{"b":1"#), (#"{"a":"x"}"#, ["x"], "{"), ("{}", [], "{"),
      (#" { "a" : { "b" : "x" , "c" : [ 1 ] } } "#, ["x"], #"{"a":{"c":[ 1 ]}"#),
      (#"{"a":{"b":{"c":"x"}},"d":"y"}"#, ["x"], #"{"d":"y""#),
      (#"{"a":{"b":{"c":"x"},"e":{}}}"#, ["x"], #"{"a":{"e":{}}"#),
      (#"{"a":["x"],"a":["y"]}"#, ["x"], #"{"a":["x"],"a":["y"]"#),
    ] as [(String, [String], String)])
  func whatWasNotTakenIsLeft(event: String, taken: [String], expected: String) {
    let left = left(event, without: taken)
    #expect(left.text == expected)
    #expect(left.isAny == (expected != "{"))
  }
}
