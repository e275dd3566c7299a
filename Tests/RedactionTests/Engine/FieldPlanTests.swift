import Bytes
import DecisionEvent
import EventJSON
import TestSupport
import Testing

@testable import Redaction

@Suite struct FieldPlanTests {
  /// The values that a selector selects in an event, as they are spelled.
  private func selected(_ selector: String, in line: String) throws -> [String] {
    let dictionary = EventDictionary()
    var query = EventQuery(dictionary)
    let plan = FieldPlan(try field(selector), dictionary, in: &query)
    var reader = query.makeReader()
    let bytes = Array(line.utf8)
    try reader.scan(bytes.span)
    var values: [String] = []
    plan.eachValue(in: bytes.span, reader.table) { value in
      values.append(String(decoding: bytes[value.start..<value.end], as: UTF8.self))
    }
    return values
  }

  @Test func everythingIsTheEventItself() throws {
    #expect(try selected("*", in: #"  {"a":1} "#) == [#"{"a":1}"#])
  }

  @Test func aPathSelectsWhatStandsAtItsEnd() throws {
    let line = #"{"a":{"b":[{"c":"x"},{"c":"y"},{"d":"z"}]},"e":null}"#
    #expect(try selected(".a.b[].c", in: line) == ["x", "y"])
    #expect(try selected(".e", in: line) == ["null"])
    #expect(try selected(".f", in: line) == [])
  }

  @Test func pointersNumberElementsAndStarsAreAny() throws {
    let line = #"{"a":[{"b":"x"},{"b":"y"}],"c":{"d":{"b":"z"},"1":{"b":"w"}}}"#
    #expect(try selected("/a/1/b", in: line) == ["y"])
    #expect(try selected("/a/*/b", in: line) == ["x", "y"])
    #expect(try selected("/*/1/b", in: line) == ["y", "w"])
    #expect(try selected("/c/*/b", in: line) == ["z", "w"])
  }

  @Test func namesThatAreSpelledWithEscapesAreTheSame() throws {
    let line = #"{"a":{"\u0062":{"c":"x"}}}"#
    #expect(try selected("/a/*/c", in: line) == ["x"])
    #expect(try selected("/*/b/c", in: line) == ["x"])
  }

  @Test func aFieldOfTheDictionaryIsSelectedAtEachOfItsPaths() throws {
    #expect(try selected("input", in: #"{"input":"a","prompt":"b"}"#).sorted() == ["a", "b"])
    #expect(try selected("model", in: #"{"model":{"x":1}}"#) == [])
  }
}
