import Testing

@testable import Formatting

@Suite struct SummaryJSONTests {
  @Test func noneIsNullAndOtherIsSaid() throws {
    var request = FormatRequest()
    request.groups = ["team"]
    request.isJSON = true
    let text = try formatted([#"{"team":"(none)","cost":1.50}"#, "{}"]) {
      query throws(FormatProblem) in
      try SummaryFormat(request, style: TableStyle(width: nil, isColored: false), &query)
    }
    let members = #""first":null,"last":null,"tokens":{"input":null,"output":null},"#
    #expect(
      text
        == #"{"events":2,\#(members)"cost":1.5,"not_summed":0,"groups":[{"by":["team"],"rows":["#
        + #"{"key":{"team":null},"events":1,\#(members)"cost":null,"not_summed":0},"#
        + #"{"key":{"team":"(none)"},"events":1,\#(members)"cost":1.5,"not_summed":0}],"#
        + #""other":null}]}"# + "\n")
  }
}
