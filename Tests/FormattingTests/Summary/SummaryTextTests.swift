import Testing

@testable import Formatting

@Suite struct SummaryTextTests {
  private func lines(_ events: [String], by groups: [String]?, width: Int?) throws -> [String] {
    var request = FormatRequest()
    request.groups = groups
    let text = try formatted(events) { query throws(FormatProblem) in
      try SummaryFormat(request, style: TableStyle(width: width, isColored: false), &query)
    }
    return text.utf8.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  private let event =
    #"{"timestamp":"2026-04-22T14:30:00Z","team":"a team with a long name","model":"another name","#
    + #""cost":0.123456,"input_tokens":1234567}"#

  @Test func timesNeedRoom() throws {
    let wide = try lines([event], by: ["team", "model"], width: 120)
    #expect(wide.contains { $0.hasSuffix("last") })
    let narrow = try lines([event], by: ["team", "model"], width: 80)
    #expect(narrow.contains { $0.hasSuffix("cost") })
    for width in 50...120 {
      for line in try lines([event], by: ["team", "model"], width: width).dropFirst(6) {
        #expect(line.unicodeScalars.count <= width)
      }
    }
  }

  @Test func aKeyThatIsNotCutPushesItsLineOn() throws {
    let name = String(repeating: "x", count: 100)
    let text = try lines([#"{"team":"\#(name)"}"#, #"{"team":"b"}"#], by: ["team"], width: nil)
    #expect(text.contains { $0.hasPrefix(name + "       1  ") })
    #expect(text.contains { $0.hasPrefix("b" + String(repeating: " ", count: 46) + "1  ") })
  }
}
