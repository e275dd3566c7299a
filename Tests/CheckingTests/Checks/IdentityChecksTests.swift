import Bytes
import Foundation
import Stages
import TestSupport
import Testing

@testable import Checking

@Suite struct IdentityChecksTests {
  @Test func idsTellEventsApart() throws {
    #expect(try text(of: .uniqueIDs, on: [#"{"id":"a"}"#, #"{"event_id":"b"}"#]) == "passed 2")
    #expect(
      try text(of: .uniqueIDs, on: [#"{"id":"a"}"#, #"{"id":"\u0061"}"#, #"{"x":1}"#])
        == "failed 2 of 3: no id 1, repeated 1: a@2 @3")
    #expect(try text(of: .uniqueIDs, on: []) == "nothing to look at")
  }

  @Test func onlyTheFirstTenAreKept() throws {
    let events = Array(repeating: #"{"id":"a"}"#, count: 30)
    let row = try #require(try report(on: events).rows.first { $0.check == .uniqueIDs })
    #expect(row.failed == 29 && row.offenders.count == 10)
    #expect(row.offenders.last?.place?.line == 11)
  }

  @Test func expectedIDsAreThereAndNoOthers() throws {
    let folder = try TemporaryFolder()
    try Data("a\r\nb\n\nc\na".utf8).write(to: folder.url.appendingPathComponent("ids"))
    func row(_ events: [String]) throws -> String {
      try report(on: events) { $0.expectedIDs = Path(folder.path("ids")) }.text(of: .eventIDs)
    }
    let all = ["a", "b", "c"].map { #"{"id":"\#($0)"}"# }
    #expect(try row(all) == "passed 3")
    #expect(try row(all + all) == "passed 3")
    #expect(
      try row([all[1], #"{"id":"d"}"#, "{}"])
        == "failed 4 of 5: missing 2, unexpected 2: d@2 @3 a c")
    #expect(try row([]) == "failed 3 of 3: missing 3: a b c")
  }

  @Test func eventsAreCounted() throws {
    func row(_ expected: Int, _ events: [String]) throws -> String {
      try report(on: events) { $0.expectedEvents = expected }.text(of: .eventCount)
    }
    #expect(try row(2, ["{}", "{}"]) == "passed 2")
    #expect(try row(0, []) == "passed 0")
    #expect(try row(5, ["{}"]) == "failed 4 of 5: too few 4: ")
    #expect(try row(0, ["{}"]) == "failed 1 of 1: too many 1: ")
    #expect(try text(of: .eventCount, on: ["{}"]) == "needs --expect-events")
  }
}
