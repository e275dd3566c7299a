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
    var request = SourceRequest()
    request.window = TimeWindow(since: since.flatMap { Timestamp($0) })
    request.isObserving = observing
    var stage = SourceStage(request)
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

  /// What becomes of each event in a stage that removes duplicates: `+`, `-`, or `!`.
  private func decide(all events: [String], map: String = "") throws -> String {
    var request = SourceRequest()
    request.removesDuplicates = true
    try request.dictionary.add(map: map)
    var stage = SourceStage(request)
    var output = Output(capacity: 1)
    return events.map { event in
      let line = Array(event.utf8)
      do throws(JSONProblem) {
        if case .keep = try stage.process(line.span, into: &output) { return "+" }
        return "-"
      } catch {
        return error.kind == .repeatedID ? "!\(error.offset)" : "?"
      }
    }.joined()
  }

  @Test func repeatedEventIsDroppedAndAnotherOneOfItsIDIsMalformed() throws {
    let one = #"{"event_id":"e1","a":1}"#
    #expect(try decide(all: [one, one, one]) == "+--")
    #expect(try decide(all: [one, one + "\r", " " + one]) == "+--")
    #expect(try decide(all: [one, #"{ "event_id":"e1","a":1}"#]) == "+!13")
    #expect(try decide(all: [one, #"{"event_id":"e1","a":2}"#, one]) == "+!12-")
    #expect(try decide(all: [one, "{\"event_id\":\"e1\",\n\"a\":1}"]) == "+-")
    #expect(try decide(all: [one, #"{"id":"e1","a":1}"#]) == "+!6")
  }

  @Test func eventsWithoutAnIDPass() throws {
    let none = ["{}", #"{"id":null}"#, #"{"id":""}"#, #"{"id":{}}"#]
    #expect(try decide(all: none + none) == "++++++++")
  }

  @Test func idsAreToldApartByKindAndText() throws {
    #expect(try decide(all: [#"{"id":1}"#, #"{"id":"1"}"#, #"{"id":true}"#]) == "+++")
    #expect(try decide(all: [#"{"id":"\u0041"}"#, #"{"id":"A"}"#]) == "+!6")
    #expect(try decide(all: [#"{"x":7}"#, #"{"x":7}"#], map: "id = x") == "+-")
  }
}
