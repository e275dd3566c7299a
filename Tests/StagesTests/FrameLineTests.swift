import Bytes
import Testing

@testable import Stages

/// spec/cli.md, "Framed streams".
@Suite struct FrameLineTests {
  private static let id = "0123456789abcdef0123456789ABCDEF"

  private func parse(_ line: String) throws(FrameProblem) -> FrameLine {
    var parser = FrameParser()
    let bytes = Array(line.utf8)
    return try parser.parse(bytes.span)
  }

  private func begin(_ members: String) -> String { "{\"_kt_stream\":\"begin\",\(members)}" }

  private func end(_ members: String) -> String { "{\"_kt_stream\":\"end\",\(members)}" }

  @Test func beginHasItsIDAndWhetherLinesWereValidated() throws {
    for (value, isValidated) in [("true", true), ("false", false), ("\"true\"", false)] {
      let frame = try parse(begin("\"v\":1,\"id\":\"\(Self.id)\",\"valid\":\(value)"))
      let expected = FrameBegin(
        id: Array(Self.id.utf8), isValidated: isValidated, continues: false, media: nil)
      #expect(frame == .begin(expected))
    }
  }

  @Test func beginOfADocumentHasItsMediaType() throws {
    let frame = try parse(
      begin("\"v\":1,\"id\":\"\(Self.id)\",\"valid\":true,\"media\":\"text/csv\""))
    guard case .begin(let begin) = frame else {
      Issue.record("not a begin")
      return
    }
    #expect(begin.media == Array("text/csv".utf8))
  }

  @Test(arguments: [("[]", ""), (#"[{"tool":"a"},{"tool":"b"}]"#, #"{"tool":"a"},{"tool":"b"}"#)])
  func endHasItsCountStatusAndStages(stages: String, inside: String) throws {
    let frame = try parse(
      end("\"id\":\"\(Self.id)\",\"events\":12,\"status\":\"partial\",\"stages\":\(stages)"))
    #expect(
      frame
        == .end(
          FrameEnd(
            id: Array(Self.id.utf8), events: 12, documentBytes: nil, status: Array("partial".utf8),
            stages: Array(inside.utf8))))
  }

  @Test(arguments: ["2", "0", "1.0", "null", "\"1\"", "[1]"])
  func otherVersionIsToldApart(version: String) {
    #expect(throws: FrameProblem.unknownVersion) {
      try parse(begin("\"v\":\(version),\"id\":\"\(Self.id)\",\"valid\":true"))
    }
  }

  @Test func beginWithoutAVersionIsUnknown() {
    #expect(throws: FrameProblem.unknownVersion) { try parse(begin("\"id\":\"\(Self.id)\"")) }
  }

  @Test(arguments: [
    "\"\"", "\"0123\"", "null", "\"0123456789abcdef0123456789abcdeg\"",
    "\"0123456789abcdef0123456789abcdef0\"", "01234567890123456789012345678901",
    "12345678901234567890123456789012", "[\"0123456789abcdef0123456789abcdef\"]",
  ])
  func idIsAStringOf32HexadecimalDigits(id: String) {
    let problem = #expect(throws: FrameProblem.self) {
      try parse(begin("\"v\":1,\"id\":\(id),\"valid\":true"))
    }
    guard case .malformed = problem else {
      Issue.record("not malformed: \(String(describing: problem))")
      return
    }
  }

  @Test(arguments: [
    #""events":1,"status":"complete""#, #""events":1,"stages":[]"#,
    #""status":"complete","stages":[]"#,
    #""events":1.5,"status":"complete","stages":[]"#,
    #""events":1,"status":"complete","stages":{}"#,
    #""events":99999999999999999999,"status":"complete","stages":[]"#,
    #""events":"1","status":"complete","stages":[]"#,
    #""events":null,"status":"complete","stages":[]"#,
    #""events":1,"events":1,"status":"complete","stages":[]"#,
    #""events":-1,"status":"complete","stages":[]"#,
  ])
  func endWithoutItsPartsIsMalformed(members: String) {
    let problem = #expect(throws: FrameProblem.self) {
      try parse(end("\"id\":\"\(Self.id)\",\(members)"))
    }
    guard case .malformed = problem else {
      Issue.record("not malformed: \(String(describing: problem))")
      return
    }
  }

  @Test(arguments: [
    #"{"_kt_stream":"middle","id":"0123456789abcdef0123456789abcdef"}"#,
    #"{"_kt_stream":null,"id":"0123456789abcdef0123456789abcdef"}"#,
    #"{"_kt_stream":"begin","v":1,"id":"0123456789abcdef0123456789abcdef""#,
    #"{"_kt_stream":"begin","_kt_stream":"end","v":1,"id":"0123456789abcdef0123456789abcdef"}"#,
    #"{"_kt_stream":}"#,
  ])
  func brokenFrameIsMalformed(line: String) {
    let problem = #expect(throws: FrameProblem.self) { try parse(line) }
    guard case .malformed = problem else {
      Issue.record("not malformed: \(String(describing: problem))")
      return
    }
  }

  @Test(arguments: [
    (#"{"_kt_stream":"begin"}"#, true), (#"{"_kt_stream":1"#, true), (#"{"_kt_stream"}"#, false),
    (#"{"_kt_streams":1}"#, false), (#"{"id":1,"_kt_stream":1}"#, false), ("", false),
    (#" {"_kt_stream":1}"#, false),
  ])
  func frameIsKnownByItsFirstBytes(line: String, expected: Bool) {
    let bytes = Array(line.utf8)
    let isFrame = FrameParser.isFrame(bytes.span)
    #expect(isFrame == expected)
  }
}
