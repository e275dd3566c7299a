import Bytes
import Testing

@testable import Formatting

@Suite struct TableFormatTests {
  private func table(
    _ lines: [String], fields: [String]? = nil, width: Int? = nil, isColored: Bool = false
  ) throws -> [String] {
    var request = FormatRequest()
    request.fields = fields
    let style = TableStyle(width: width, isColored: isColored)
    let text = try formatted(lines) { query throws(FormatProblem) in
      try TableFormat(request, style: style, &query)
    }
    return text.utf8.split(separator: .newline).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func cellsStandUnderTheirHeadings() throws {
    let lines = [
      #"{"team":"hr","cost":0.5,"input":"hello"}"#, #"{"team":null,"cost":12.25,"input":""}"#,
    ]
    #expect(
      try table(lines, fields: ["team", "cost", ".input"]) == [
        "team                cost  .input", "hr                   0.5  hello",
        "-                  12.25  ",
      ])
  }

  @Test func aLongCellIsCutInAWindowOnly() throws {
    let line = #"{"team":"a very long name of a team","model":"m"}"#
    #expect(
      try table([line], fields: ["team", "model"], width: 24)[1]
        == "a very lo…  m")
    #expect(
      try table([line], fields: ["team", "model"])[1] == "a very long name of a team  m")
  }

  @Test func aWindowThatChangesGetsAHeadingAndColumnsThatFit() throws {
    nonisolated(unsafe) var widths = [100, 100, 30]
    let style = TableStyle(width: 100, isColored: false, followsWindow: true)
    let line = #"{"timestamp":"2026-01-01T00:00:00Z","team":"hr","user":"u","input":"text"}"#
    let text = try formatted([line, line, line]) { query throws(FormatProblem) in
      try TableFormat(
        FormatRequest(), style: style,
        windowWidth: { unsafe widths.isEmpty ? 30 : unsafe widths.removeFirst() }, &query)
    }
    let rows = text.split(separator: "\n").map(String.init)
    #expect(rows.count == 5)
    #expect(rows[0].hasPrefix("time") && rows[0].hasSuffix("input"))
    #expect(rows[3].hasPrefix("time") && !rows[3].contains("input"))
    #expect(rows[3...].allSatisfy { $0.count <= 30 })
  }

  @Test func noLineIsLongerThanTheWindow() throws {
    let line =
      #"{"timestamp":"2026-04-22T14:30:00.123456Z","user":"日本語日本語日本語日本語","team":"aaaaaaaaaaaaaaaaaaaa","#
      + #""model":"bbbbbbbbbbbbbbbbbbbbbbbbbbbb","policy_outcome":"escalated","input_tokens":123456789012,"#
      + #""output_tokens":1234567890,"cost_usd":0.000000000000001,"input":"\u001b[31mred \ud800 text"}"#
    for width in 80...200 {
      for row in try table([line], width: width) {
        let bytes = Array(row.utf8)
        let columns = ShownText.columns(of: bytes.span, atMost: 1000)
        #expect(columns <= width)
      }
    }
  }

  @Test(arguments: [
    ("2026-04-22T16:32:00+02:00", "2026-04-22T14:32:00Z"),
    ("2026-04-22T14:32:00.999Z", "2026-04-22T14:32:00Z"),
    ("2026-04-22T14:32:00Z", "2026-04-22T14:32:00Z"),
    ("0001-01-01T00:00:00.5Z", "0001-01-01T00:00:00Z"),
    ("a text that is no time", "a text that is no t…"),
  ])
  func aTimeIsNotCutBeforeItsOffset(spelling: String, shown: String) throws {
    let line = #"{"timestamp":"\#(spelling)","user":"u"}"#
    let fields = ["timestamp", "user"]
    #expect(try table([line], fields: fields, width: 30)[1].hasPrefix(shown + "  u"))
    #expect(try table([line], fields: fields)[1].hasPrefix(spelling + "  "))
  }

  @Test func whatWasAskedNeedsAWideWindow() throws {
    #expect(try table([], width: 91)[0].hasSuffix("cost"))
    #expect(try table([], width: 92)[0].hasSuffix("input"))
    #expect(try table([])[0].hasSuffix("input"))
  }

  @Test func outcomesHaveColours() throws {
    let rows = try table(
      [#"{"verdict":"deny"}"#, #"{"verdict":"odd"}"#, "{}"], fields: ["outcome"], isColored: true)
    #expect(rows == ["\u{1B}[1moutcome\u{1B}[0m", "\u{1B}[31mblocked\u{1B}[0m", "odd", "-"])
  }

  @Test func numbersStandToTheRightWhateverTheirField() throws {
    let rows = try table(
      [#"{"a":1.10,"b":true}"#, #"{"a":"1","b":[1,2]}"#], fields: [".a", ".b"])
    #expect(rows[1] == "            1.10  true")
    #expect(rows[2] == "1                 1;2")
  }

  @Test func unknownFieldsAreToldWithTheNearest() throws {
    #expect(throws: FormatProblem.self) { try table([], fields: ["tem"]) }
  }
}
