import Bytes
import Foundation
import TestSupport
import Testing

@testable import Checking

@Suite struct ReportJSONTests {
  private func json(
    _ events: [String], _ change: (inout CheckRequest) throws -> Void = { _ in }
  ) throws -> [String: Any] {
    let report = try report(on: events, change)
    let bytes = collect { ReportJSON.write(report, into: &$0) }
    #expect(bytes.last == .newline && bytes.dropLast().firstIndex(of: .newline) == nil)
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func everyCheckIsToldWithWhatItServes() throws {
    let report = try json([#"{"id":"a\u001b[31m\u202e\ud83c\udf89"}"#]) {
      $0.profile = try Profile(named: "hipaa")
    }
    let checks = try #require(report["checks"] as? [[String: Any]])
    #expect(checks.compactMap { $0["check"] as? String } == Check.allCases.map(\.name))
    #expect(checks.allSatisfy { ($0["serves"] as? [Any])?.isEmpty == false })
    let offenders = try #require(checks[2]["offenders"] as? [[String: Any]])
    #expect(offenders[0]["id"] as? String == "a\u{1b}[31m\u{202e}🎉")
    #expect(offenders[0]["line"] as? Int == 1)
    #expect(report["complete"] as? Bool == false && report["passed"] as? Bool == false)
    #expect(
      report["not_made"] as? [String] == [
        "event-count", "event-ids", "reasons", "escalations", "gaps", "conversations",
      ])
    #expect((report["profile"] as? [String: Any])?["name"] as? String == "hipaa")
  }

  @Test func halfASurrogatePairIsSpelled() throws {
    let report = try json([#"{"id":"\ud800a","team":"\udc00"}"#])
    let checks = try #require(report["checks"] as? [[String: Any]])
    let offenders = try #require(checks[2]["offenders"] as? [[String: Any]])
    #expect(offenders[0]["id"] as? String == #"\ud800a"#)
    let teams = try #require((report["sums"] as? [String: Any])?["teams"] as? [[String: Any]])
    #expect(teams[0]["key"] as? String == #"\udc00"#)
  }

  @Test func nothingIsNull() throws {
    let report = try json([])
    #expect(report["first"] is NSNull && report["gaps"] is NSNull)
    #expect(report["configurations"] is NSNull && report["profile"] is NSNull)
    #expect(report["events"] as? Int == 0)
    #expect(report["not_made"] as? [String] == [])
  }
}
