import Bytes
import TestSupport
import Testing

@testable import Stages

@Suite struct FrameWriterTests {
  private let tool = ToolIdentity(name: "kt-filter", version: "0.1.0", options: "--text 'a \"b\"'")

  /// Parses what `body` writes, which is one line with its newline.
  private func parse(_ body: (inout Output) -> Void) throws -> FrameLine {
    let bytes = collect(body)
    try #require(bytes.last == UInt8(ascii: "\n"))
    let line = Array(bytes.dropLast())
    #expect(!line.contains(UInt8(ascii: "\n")))
    let isFrame = FrameParser.isFrame(line.span)
    #expect(isFrame)
    var parser = FrameParser()
    return try parser.parse(line.span)
  }

  @Test func identifiersAre32DigitsAndNeverTheSame() {
    let first = FrameWriter.makeID()
    let second = FrameWriter.makeID()
    #expect(first != second)
    for id in [first, second] {
      #expect(id.count == 32 && id.allSatisfy { $0.hexadecimalValue != nil })
    }
  }

  @Test(arguments: [true, false], [true, false])
  func beginReadsBack(isValidated: Bool, continues: Bool) throws {
    let id = FrameWriter.makeID()
    let frame = try parse {
      FrameWriter.writeBegin(
        id: id, isValidated: isValidated, continues: continues, media: nil, into: &$0)
    }
    #expect(
      frame
        == .begin(
          FrameBegin(id: id, isValidated: isValidated, continues: continues, media: nil)))
  }

  @Test func aDocumentsFrameSaysItsMediaTypeAndItsBytes() throws {
    let id = FrameWriter.makeID()
    let begin = try parse {
      FrameWriter.writeBegin(
        id: id, isValidated: true, continues: false, media: "text/csv", into: &$0)
    }
    #expect(
      begin
        == .begin(
          FrameBegin(
            id: id, isValidated: true, continues: false, media: Array("text/csv".utf8))))
    let end = try parse {
      FrameWriter.writeEnd(
        id: id, status: .complete, reason: nil, counts: Counts(), documentBytes: 4_711,
        upstream: [], tool: tool, into: &$0)
    }
    guard case .end(let end) = end else {
      Issue.record("not an end")
      return
    }
    #expect(end.documentBytes == 4_711 && end.events == 0)
  }

  @Test(arguments: ["", #"{"tool":"kt-source"}"#]) func endReadsBack(upstream: String) throws {
    let id = FrameWriter.makeID()
    var counts = Counts()
    counts.read = 5
    counts.written = 3
    counts.dropped = 2
    let frame = try parse { output in
      FrameWriter.writeEnd(
        id: id, status: .aborted, reason: "line 1: \u{1B}\"", counts: counts,
        documentBytes: nil, upstream: Array(upstream.utf8), tool: tool, into: &output)
    }
    guard case .end(let end) = frame else {
      Issue.record("not an end")
      return
    }
    #expect(end.id == id && end.events == 3 && end.status == Array("aborted".utf8))
    let own =
      #"{"tool":"kt-filter","version":"0.1.0","in":5,"out":3,"dropped":2,"malformed":0,"#
      + #""options":"--text 'a \"b\"'"}"#
    let expected = upstream.isEmpty ? own : "\(upstream),\(own)"
    #expect(String(decoding: end.stages, as: UTF8.self) == expected)
  }
}
