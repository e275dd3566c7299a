import Bytes
import Stages
import TestSupport
import Testing

@testable import Wrapping

@Suite struct InputScannerTests {
  private static let id = String(repeating: "a", count: 32)
  private static let begin = #"{"_kt_stream":"begin","v":1,"id":"\#(id)","valid":true}"#

  private static func end(_ events: Int, _ status: String = "complete") -> String {
    #"{"_kt_stream":"end","id":"\#(id)","events":\#(events),"status":"\#(status)","stages":[]}"#
  }

  /// What came of an input: the events' lines with `<` and `>` for the frame's, then the problem.
  private func scan(_ text: String, portion: Int, limit: Int = 1_000) -> String {
    var scanner = InputScanner(maximumLine: limit, partSize: 100)
    let bytes = Array(text.utf8)
    var result = Output()
    var unread: [UInt8] = []
    var offset = 0
    do throws(Problem) {
      while true {
        let isAtEnd = offset == bytes.count
        let (used, stop) = try scanner.scan(unread.span, isAtEnd: isAtEnd, into: &result)
        unread.removeFirst(used)
        switch stop {
        case .begin(_, let line):
          #expect(line.starts(with: Self.begin.utf8))
          result.append("<")
        case .end(_, let problem): result.append(problem?.reason ?? ">")
        case .needsMore:
          if isAtEnd {
            try scanner.noteEndOfInput()
            return String(copying: result.bytes)
          }
          let next = min(offset + portion, bytes.count)
          unread += bytes[offset..<next]
          offset = next
        }
      }
    } catch {
      return String(copying: result.bytes) + "!" + error.message
    }
  }

  private static let streams: [(String, String)] = [
    ("", ""), ("\n \t\r\n", ""), ("{}\n", "{}\n"), ("{}", "{}\n"),
    ("{\"a\":1}\r\n{}", "{\"a\":1}\r\n{}\n"),
    ("\u{FEFF}{}\n\u{FEFF}\n", "{}\n\u{FEFF}\n"),
    ("\n{\"long\":\"line of one event\"}\n\n  \n{}\n", "{\"long\":\"line of one event\"}\n{}\n"),
    ("no JSON at all, whatever\n", "no JSON at all, whatever\n"),
    ("   indented, after all\n", "   indented, after all\n"),
    ("\(begin)\n{}\n\n{}\n\(end(2))\n", "<{}\n{}\n>"), ("\(begin)\r\n\(end(0))", "<>"),
    (
      "\(begin)\n{}\n\(end(2))\n",
      "<{}\nstream not complete: 2 events announced, 1 read"
    ),
    ("\(begin)\n\(end(0, "partial"))\n", "<stream not complete: its status is 'partial'"),
    ("\(begin)\n{}\n{", "<{}\n!stream not complete: no end frame (1 events read)"),
    ("{}\n\(begin)\n", "{}\n!line 2: stream not complete: events outside a frame"),
    (
      "\(begin)\n\(end(0))\n\n{\"event\":\"behind\"}\n",
      "<>!line 4: stream not complete: events outside a frame"
    ),
    (
      "\(begin)\n\(end(0))\n\(begin)\n", "<>!line 3: the same frame stands twice in the stream"
    ),
    (
      "\(begin)\n{}\n\(begin)\n",
      "<{}\n!line 3: stream not complete: a frame begins inside another (1 events read)"
    ),
  ]

  @Test(arguments: streams)
  func framesAreTakenOutHoweverTheInputIsCut(stream: String, expected: String) {
    for portion in [1, 2, 3, 7, 64, 10_000] {
      #expect(scan(stream, portion: portion) == expected, "\(portion) bytes at a time")
    }
  }

  @Test(arguments: [1, 10, 1_000]) func aLineOverTheLimitPassesInParts(portion: Int) {
    let line = "{\"a\":\"" + String(repeating: "x", count: 5_000) + "\"}\n"
    let input = "\(Self.begin)\n{}\n\(line)\n\(line)\(Self.end(3))\n"
    #expect(scan(input, portion: portion, limit: 200) == "<{}\n\(line)\(line)>")
  }

  @Test func aFramesLineIsBoundedAndSoIsABlankOne() {
    let frame = Self.begin.dropLast() + String(repeating: " ", count: 300)
    #expect(
      scan("{}\n\(frame)", portion: 50, limit: 200)
        == "{}\n!line 2: malformed frame: longer than 200 bytes")
    let blank = String(repeating: " ", count: 150)
    #expect(scan("\(blank)\n{}\n", portion: 50, limit: 200) == "{}\n")
    #expect(scan("\(blank)\(blank)x\n", portion: 50, limit: 200) == "\(blank)\(blank)x\n")
  }

  @Test func longLinesAreHandedOnBeforeTheirEnd() throws {
    var scanner = InputScanner(maximumLine: 1_000, partSize: 20)
    var lines = Output()
    let part = Array("{\"input\":\"the first half".utf8)
    let short = Array(part.prefix(19))
    let (none, _) = try scanner.scan(short.span, isAtEnd: false, into: &lines)
    #expect(none == 0 && scanner.events == 0)
    let (used, _) = try scanner.scan(part.span, isAtEnd: false, into: &lines)
    #expect(used == part.count)
    #expect(Array(copying: lines.bytes) == part)
    #expect(scanner.events == 1)
  }
}
