import Bytes
import DecisionEvent
import EventJSON
import Stages
import Testing

@testable import Wrapping

@Suite struct WrapStageTests {
  /// What the stage says of a line: whether it is kept, or what is wrong with it.
  private func decide(_ text: String, observing: Bool = false) -> JSONProblem? {
    var stage = WrapStage(observing: observing)
    var output = Output()
    let line = Array(text.utf8)
    do throws(JSONProblem) {
      guard case .keep = try stage.process(line.span, into: &output) else {
        Issue.record("not kept")
        return nil
      }
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "{}", " {\"a\":1e400} ", "{}\r", "{\"a\":{\"_kt_stream\":\"end\"}}", "{\"a\":1,\"a\":2}",
    "{\"timestamp\":\"2026-01-01\",\"timestamp\":1}",
  ]) func everyEventIsKept(line: String) {
    #expect(decide(line) == nil)
    #expect(decide(line, observing: true) == nil)
  }

  @Test(
    arguments: [
      ("[]", .arrayInsteadOfEvent), ("1", .expectedObject), ("{\"a\":}", .expectedValue),
      ("{}{}", .trailingBytes), ("{\"a\":\"\u{1}\"}", .controlCharacter),
    ] as [(String, JSONProblem.Kind)])
  func whatIsNoEventIsMalformed(line: String, kind: JSONProblem.Kind) {
    #expect(decide(line)?.kind == kind)
  }

  @Test(arguments: [
    "{\"_kt_stream\":\"end\"}", "{\"a\":1,\"_kt_stream\":null}", "{ \"_kt\\u005fstream\":0}",
  ]) func aFramesLineIsNoEvent(line: String) {
    #expect(decide(line)?.kind == .reservedMember)
  }

  @Test func timesAreObservedWhereThatIsWanted() throws {
    var stage = WrapStage(observing: true)
    var output = Output()
    for text in ["{\"timestamp\":\"2026-01-02T00:00:00Z\",\"verdict\":\"odd\"}", "{}"] {
      let line = Array(text.utf8)
      _ = try stage.process(line.span, into: &output)
    }
    #expect(stage.observation.first?.description == "2026-01-02T00:00:00Z")
    #expect(stage.observation.unknownOutcomes == 1)
  }
}
