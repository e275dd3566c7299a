import Bytes
import Testing

@testable import Formatting

@Suite struct DelimitedFormatTests {
  private func csv(
    _ line: String, _ fields: [String], _ change: (inout FormatRequest) -> Void = { _ in }
  ) throws -> String {
    var request = FormatRequest()
    request.fields = fields
    request.hasUnixLines = true
    change(&request)
    let text = try formatted([line]) { query throws(FormatProblem) in
      try DelimitedFormat(request, delimiter: .comma, &query)
    }
    return text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      .last.map(String.init) ?? ""
  }

  @Test(
    arguments: [
      (#"{"x":"a"}"#, #""a""#), (#"{"x":""}"#, #""""#), (#"{"x":"\""}"#, #""""""#),
      (#"{"x":"a,\"b\"\r\n\t;"}"#, "\"a,\"\"b\"\"\r\n\t;\""), (#"{"x":1.10}"#, "1.10"),
      (#"{"x":-0}"#, "-0"), (#"{"x":1e400}"#, "1e400"), (#"{"x":true}"#, "true"),
      (#"{"x":null}"#, ""), (#"{}"#, ""), (#"{"x":[]}"#, #""""#), (#"{"x":{}}"#, #""{}""#),
      (#"{"x":["a","b;c","d\\"]}"#, #""a;b\;c;d\\""#),
      (#"{"x":[1,null,false]}"#, #""1;;false""#),
      (#"{"x":[[1],"a"]}"#, #""[[1],""a""]""#), (#"{"x":{"a" : "b"}}"#, #""{""a"" : ""b""}""#),
      (#"{"x":"\ud800"}"#, #""\ud800""#),
      (#"{"x":"=1"}"#, #""'=1""#), (#"{"x":["=1"]}"#, #""'=1""#), (#"{"x":-1}"#, "-1"),
      (#"{"x":"\u0000"}"#, "\"\0\""),
    ])
  func aValueIsItsCell(line: String, cell: String) throws {
    #expect(try csv(line, [".x"]) == cell + "\n")
  }

  @Test(arguments: [
    (#"{"x":"a"}"#, "\"\"\"a\"\"\""), (#"{"x":null}"#, "null"), (#"{}"#, ""),
    (#"{"x":[]}"#, #""[]""#),
    (#"{"x":["a;"]}"#, #""[""a;""]""#), (#"{"x":1.0}"#, "1.0"), (#"{"x":"=1"}"#, "\"\"\"=1\"\"\""),
  ])
  func aTypedRawCellIsJSON(line: String, cell: String) throws {
    #expect(try csv(line, [".x"]) { $0.hasTypedHeader = true } == cell + "\n")
  }

  @Test func partsOfAListAreAsLongAsEachOther() throws {
    let line =
      #"{"policies_evaluated":[{"name":"a"},{"verdict":"pass"},{"name":"c","reason":"r"}]}"#
    #expect(
      try csv(line, ["policies", "policies.verdict", "policies.reason"])
        == "\"a;;c\",\";allowed;\",\";;r\"\n")
  }

  @Test(arguments: ["a,b", "\"", "a\nb", "\t"]) func aNullThatBreaksCellsIsRefused(null: String) {
    #expect(throws: FormatProblem.self) { try csv("{}", ["id"]) { $0.null = null } }
  }
}
