import Bytes
import DecisionEvent
import Foundation
import TestSupport
import Testing

@testable import Formatting

@Suite struct SummaryFormatTests {
  private func summary(
    _ lines: [String], by groups: [String]? = nil, isJSON: Bool = false, width: Int? = nil
  ) throws -> String {
    var request = FormatRequest()
    request.groups = groups
    request.isJSON = isJSON
    let style = TableStyle(width: width, isColored: false)
    return try formatted(lines) { query throws(FormatProblem) in
      try SummaryFormat(request, style: style, &query)
    }
  }

  /// The rows of the only grouping, as key, events and cost.
  private func rows(_ lines: [String], by groups: [String]) throws -> [String] {
    let text = try summary(lines, by: groups).utf8.split(separator: .newline)
      .map { String(decoding: $0, as: UTF8.self) }
    let heading = try #require(text.firstIndex { $0.hasSuffix("  last") })
    return text[(heading + 1)...].map { line in
      line.split(separator: " ").prefix(groups.count + 1).joined(separator: " ")
    }
  }

  @Test func figuresOfTheWholeAreExact() throws {
    let text = try summary([
      #"{"timestamp":"2026-01-02T00:00:00+02:00","cost":0.1,"input_tokens":9007199254740993}"#,
      #"{"timestamp":"2026-01-01T00:00:00.5Z","cost":0.2,"input_tokens":1}"#,
      #"{"cost":1e400,"input_tokens":"3"}"#,
    ])
    #expect(
      text.hasPrefix(
        """
        events         3
        first          2026-01-01T00:00:00.5Z
        last           2026-01-01T22:00:00Z
        tokens.input   9007199254740994
        tokens.output  -
        cost           0.3
        not summed     2 values
        """))
  }

  @Test func combinationsAreRows() throws {
    let lines = [
      #"{"team":"a","model":"x/m"}"#, #"{"team":"b","model":"m"}"#, #"{"team":"a","model":"m"}"#,
      #"{"model":"m"}"#,
    ]
    #expect(try rows(lines, by: ["team", "model"]) == ["a m 2", "(none) m 1", "b m 1"])
  }

  @Test func anEventIsInTheGroupOfEachElement() throws {
    let lines = [
      #"{"citations":["x","y","x"]}"#, #"{"citations":[]}"#, #"{"citations":["y"]}"#,
    ]
    #expect(try rows(lines, by: ["citations[]"]) == ["y 2", "(none) 1", "x 1"])
  }

  @Test func partsOfPoliciesBelongTogether() throws {
    let lines = [
      #"{"policies_evaluated":[{"name":"p","verdict":"pass"},{"name":"q","verdict":"deny"}],"team":"t"}"#,
      #"{"policies_evaluated":["p"],"team":"t"}"#,
    ]
    #expect(
      try rows(lines, by: ["policies.verdict", "team", "policies.name"])
        == ["(none) t p 1", "allowed t p 1", "blocked t q 1"])
  }

  /// The long value is not gone through for each element: those would be 20 GB here.
  @Test func listsBesideLongValuesAreLinear() throws {
    let input = String(repeating: "x", count: 1_000_000)
    let citations = (0..<20_000).map { "\"\($0 % 5_000)\"" }.joined(separator: ",")
    let text = try summary(
      [#"{"input":"\#(input)","citations":[\#(citations)]}"#], by: ["citations", "input"],
      isJSON: true)
    // Sixteen keys of a megabyte are kept apart.
    #expect(text.components(separatedBy: "\"key\":").count == 1 + 16)
    #expect(
      text.hasSuffix(
        #""other":{"events":1,"first":null,"last":null,"tokens":{"input":null,"#
          + #""output":null},"cost":null,"not_summed":0}}]}"# + "\n"))
  }

  @Test func daysAreAscending() throws {
    let lines = [
      #"{"timestamp":"2026-01-02T00:00:00Z"}"#, #"{"timestamp":"2026-01-02T01:00:00Z"}"#,
      #"{"timestamp":"2026-01-01T23:00:00-02:00"}"#, #"{"timestamp":"2026-01-01T00:00:00Z"}"#,
      #"{"timestamp":"no time"}"#,
    ]
    #expect(try rows(lines, by: ["day"]) == ["2026-01-01 1", "2026-01-02 3", "(none) 1"])
  }

  @Test func rawPathsKeepTheirKinds() throws {
    let lines = [#"{"a":1}"#, #"{"a":"1"}"#, #"{"a":1.0}"#, #"{"a":[1, 2]}"#, #"{"a":null}"#]
    let text = try summary(lines, by: [".a"], isJSON: true)
    for key in ["1", "\"1\"", "1.0", "[1, 2]", "null"] {
      #expect(text.contains("{\"key\":{\".a\":\(key)},\"events\":1,"), "\(key)")
    }
  }

  @Test(arguments: [
    ["tem"], ["day", "day"], ["citations[]", "policies[].name"], [], [""],
    ["policies", "policies.name"],
  ])
  func groupsThatMeanNothingAreRefused(groups: [String]) {
    #expect(throws: FormatProblem.self) { try summary([], by: groups) }
  }

  @Test func nothingIsASummary() throws {
    let text = try summary([], isJSON: true)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["events"] as? Int == 0 && object["cost"] is NSNull)
    #expect((object["groups"] as? [Any])?.count == 6)
  }

  @Test func aSecondDocumentBeginsAnew() throws {
    var request = FormatRequest()
    request.isJSON = true
    var query = EventQuery()
    var format = try SummaryFormat(
      request, style: TableStyle(width: nil, isColored: false), &query)
    let line = Array(#"{"team":"a"}"#.utf8)
    var reader = query.makeReader()
    try reader.scan(line.span)
    func document() -> [UInt8] {
      collect { output in
        format.write(line.span, readBy: &reader, into: &output)
        format.end(into: &output)
      }
    }
    #expect(document() == document())
  }
}
