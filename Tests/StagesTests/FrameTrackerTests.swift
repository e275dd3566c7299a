import Bytes
import Testing

@testable import Stages

/// What spec/cli.md, "Framed streams", allows to follow what.
@Suite struct FrameTrackerTests {
  /// A stream in letters: `(` and `)` are frames of id a, `[` and `]` of id b, `.` is an event.
  private func run(_ stream: String, status: String = "complete", said: Int? = nil) throws {
    var tracker = FrameTracker()
    for step in stream {
      switch step {
      case ".": try tracker.noteEvent()
      case "(", "[": _ = try note(begin(step == "(" ? "a" : "b"), &tracker)
      default:
        let events = tracker.events
        let frame = try note(end(step == ")" ? "a" : "b", said ?? events, status), &tracker)
        if case .end(let end) = frame, let problem = tracker.incompleteness(of: end) {
          throw problem
        }
      }
    }
    try tracker.noteEndOfInput()
  }

  private func note(_ line: String, _ tracker: inout FrameTracker) throws -> FrameLine {
    let bytes = Array(line.utf8)
    return try tracker.note(bytes.span)
  }

  private func begin(_ id: String) -> String {
    "{\"_kt_stream\":\"begin\",\"v\":1,\"id\":\"\(String(repeating: id, count: 32))\",\"valid\":true}"
  }

  private func end(_ id: String, _ events: Int, _ status: String) -> String {
    "{\"_kt_stream\":\"end\",\"id\":\"\(String(repeating: id, count: 32))\",\"events\":\(events),"
      + "\"status\":\"\(status)\",\"stages\":[]}"
  }

  @Test(arguments: ["", ".", "...", "()", "(.)", "(..)[.]", "()[]"])
  func wholeStreamsPass(stream: String) throws { try run(stream) }

  @Test(
    arguments: [
      (".()", .eventOutside), ("().", .eventOutside), ("().[.]", .eventOutside),
      ("((", .beginInside(events: 0)), ("(..[", .beginInside(events: 2)), (")", .endOutside),
      (".)", .endOutside), ("())", .endOutside), ("(]", .otherFrame), ("()(", .repeatedFrame),
      ("()[](", .repeatedFrame), ("(", .noEnd(events: 0)), ("(..", .noEnd(events: 2)),
      ("(.)[..", .noEnd(events: 2)),
    ] as [(String, FrameProblem)])
  func brokenStreamsAreTold(stream: String, expected: FrameProblem) {
    #expect(throws: expected) { try run(stream) }
  }

  @Test(arguments: [0, 1, 3]) func wrongCountIsTold(said: Int) {
    #expect(throws: FrameProblem.wrongCount(said: said, read: 2)) { try run("(..)", said: said) }
  }

  @Test(arguments: ["partial", "aborted", "", "COMPLETE"])
  func otherStatusThanCompleteIsTold(status: String) {
    #expect(throws: FrameProblem.status(status)) { try run("(.)", status: status) }
  }

  @Test func streamIsFramedFromItsBeginOn() throws {
    var tracker = FrameTracker()
    #expect(!tracker.isFramed)
    _ = try note(begin("a"), &tracker)
    #expect(tracker.isFramed)
    _ = try note(end("a", 0, "complete"), &tracker)
    #expect(tracker.isFramed)
    var plain = FrameTracker()
    try plain.noteEvent()
    #expect(!plain.isFramed)
  }

  @Test func onlySoundFramesCanBeIncomplete() {
    let incomplete: [FrameProblem] = [
      .noEnd(events: 1), .status("partial"), .wrongCount(said: 1, read: 2),
    ]
    let broken: [FrameProblem] = [
      .malformed("x"), .unknownVersion, .eventOutside, .beginInside(events: 1), .endOutside,
      .otherFrame, .repeatedFrame, .noBegin(events: 0),
    ]
    #expect(incomplete.allSatisfy { $0.isIncompleteness })
    #expect(!broken.contains { $0.isIncompleteness })
  }

  @Test func missingEndIsSaidAsTheConventionsSayIt() {
    #expect(
      FrameProblem.noEnd(events: 3_120).reason
        == "stream not complete: no end frame (3120 events read)")
  }

  @Test(
    arguments: [
      ("complete", 5, nil), ("complete", 4, FrameProblem.wrongByteCount(said: 5, read: 4)),
      ("aborted", 5, .status("aborted")),
    ] as [(String, Int, FrameProblem?)])
  func endOfADocumentIsHeldToItsBytes(status: String, read: Int, problem: FrameProblem?) {
    let end = FrameEnd(
      id: [], events: 7, documentBytes: 5, status: Array(status.utf8), stages: [])
    #expect(FrameTracker().incompleteness(of: end, documentBytes: read) == problem)
    #expect(problem?.isIncompleteness != false)
  }

  @Test func bytesThatMayBeginAFrameAreToldFromOthers() {
    let line = Array("{\"_kt_stream\":\"begin\"".utf8)
    for count in 0...line.count {
      let start = Array(line[..<count])
      let mayBegin = FramedStream.mayBegin(start.span)
      #expect(mayBegin)
      guard count > 0, count <= FramedStream.prefixLength else { continue }
      let other = Array(line[..<(count - 1)]) + [0x78]
      let mayOther = FramedStream.mayBegin(other.span)
      #expect(!mayOther)
    }
  }
}
