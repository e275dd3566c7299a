import Bytes
import DecisionEvent
import EventJSON
import Sourcing
import Stages
import Testing

@Suite struct SourceStageTests {
  private func decide(
    _ event: String, since: String? = nil, observing: Bool = false
  ) throws -> Verdict {
    let window = TimeWindow(since: since.flatMap { Timestamp($0) })
    var stage = SourceStage(
      window: window, dictionary: EventDictionary(), observing: observing)
    let line = Array(event.utf8)
    var output = Output(capacity: 1)
    return try stage.process(line.span, into: &output)
  }

  private func isKept(_ event: String, since: String? = nil, observing: Bool = false) throws -> Bool
  {
    if case .keep = try decide(event, since: since, observing: observing) { return true }
    return false
  }

  @Test(arguments: [
    #"{"_kt_stream":"begin"}"#, #"{"id":1,"_kt_stream":null}"#, #"{"\u005fkt_stream":1}"#,
    #"{ "_kt_stream" : {} }"#,
  ])
  func eventWithAFramesMemberIsMalformed(event: String) {
    let problem = #expect(throws: JSONProblem.self) { try isKept(event) }
    #expect(problem?.kind == .reservedMember)
  }

  @Test func frameMemberFurtherDownIsData() throws {
    #expect(try isKept(#"{"a":{"_kt_stream":"begin"},"input":"_kt_stream"}"#))
  }

  @Test(arguments: [
    (#"{"timestamp":"2026-01-01T00:00:00Z"}"#, true),
    (#"{"timestamp":"2025-12-31T23:59:59Z"}"#, false),
    (#"{"created_at":"2026-01-02"}"#, true), ("{}", false), (#"{"timestamp":"soon"}"#, false),
  ])
  func onlyEventsOfTheWindowGoOn(event: String, expected: Bool) throws {
    #expect(try isKept(event, since: "2026-01-01") == expected)
    #expect(try isKept(event))
  }

  @Test func doubledTimeIsMalformedOnlyWhereItIsRead() throws {
    let event = #"{"timestamp":"2026-01-01","timestamp":"2026-01-02"}"#
    #expect(throws: JSONProblem.self) { try isKept(event, since: "2026-01-01") }
    #expect(try isKept(event))
    #expect(try isKept(event, observing: true))
  }
}
