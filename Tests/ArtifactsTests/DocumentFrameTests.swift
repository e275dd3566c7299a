import Stages
import TestSupport
import Testing

@testable import Artifacts

@Suite struct DocumentFrameTests {
  private static let id = "0123456789abcdef0123456789abcdef"

  private func frame(media: String = #","media":"text/csv""#) throws -> DocumentFrame {
    let line = Array(#"{"_kt_stream":"begin","v":1,"id":"\#(Self.id)","valid":true\#(media)}"#.utf8)
    let frame = DocumentFrame(beginning: line.span, earlier: [])
    return try #require(frame)
  }

  private func end(
    _ text: String?, bytes: Int = 5, isTerminated: Bool = true
  ) throws -> FrameProblem? {
    var frame = try frame()
    let line = DocumentEnd(
      bytes: bytes, text: text.map { Array($0.utf8) }, isTerminated: isTerminated)
    return try frame.end(line).problem
  }

  private static func endLine(
    _ counts: String = #""bytes":5"#, status: String = "complete", id: String = id
  ) -> String {
    #"{"_kt_stream":"end","id":"\#(id)","events":2,\#(counts),"status":"\#(status)","stages":[]}"#
  }

  @Test func onlyTheBeginOfADocumentIsOne() throws {
    #expect(try frame().begin.media == Array("text/csv".utf8))
    for line in [
      #"{"_kt_stream":"begin","v":1,"id":"\#(Self.id)","valid":true}"#, "{}", "",
      #"{"_kt_stream":"begin","v":2,"id":"\#(Self.id)","valid":true,"media":"text/csv"}"#,
      #"{"_kt_stream":"begin","v":1,"id":"\#(Self.id)","valid":true,"media":5}"#, Self.endLine(),
    ] {
      let bytes = Array(line.utf8)
      let frame = DocumentFrame(beginning: bytes.span, earlier: [])
      #expect(frame == nil, "\(line)")
    }
    let again = Array(
      #"{"_kt_stream":"begin","v":1,"id":"\#(Self.id)","valid":true,"media":"a/b"}"#.utf8)
    let repeated = DocumentFrame(beginning: again.span, earlier: [Array(Self.id.utf8)])
    #expect(repeated == nil)
  }

  @Test func wholeDocumentHasNothingAgainstIt() throws {
    #expect(try end(Self.endLine()) == nil)
    #expect(try end(Self.endLine(), isTerminated: false) == nil)
  }

  @Test func whatIsMissingIsTold() throws {
    #expect(try end(nil, bytes: 7) == .noEndOfDocument(bytes: 7))
    #expect(try end(Self.endLine(), bytes: 4) == .wrongByteCount(said: 5, read: 4))
    #expect(try end(Self.endLine(status: "aborted")) == .status("aborted"))
    #expect(try end(Self.endLine(status: "partial")) == .status("partial"))
    let cut = String(Self.endLine().dropLast(20))
    #expect(try end(cut, isTerminated: false) == .noEndOfDocument(bytes: 5))
  }

  @Test func endThatIsWrongIsNoIncompleteness() throws {
    let cut = String(Self.endLine().dropLast(20))
    #expect(throws: FrameProblem.self) { try end(cut) }
    #expect(throws: FrameProblem.malformed("bytes is missing")) {
      try end(Self.endLine(#""n":5"#))
    }
    #expect(throws: FrameProblem.otherFrame) {
      try end(Self.endLine(id: "ffffffffffffffffffffffffffffffff"))
    }
  }
}
