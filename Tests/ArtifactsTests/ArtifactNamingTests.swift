import Bytes
import DecisionEvent
import EventJSON
import TestSupport
import Testing

@testable import Artifacts

/// The naming of one template, with a reader of its own.
private struct Names: ~Copyable {
  private let template: ArtifactTemplate
  private let naming: ArtifactNaming
  private let time: Operand
  private var reader: EventReader

  init(_ template: String) throws {
    self.template = try ArtifactTemplate(template, isHive: false)
    var query = EventQuery()
    time = query.operand(.timestamp)
    naming = ArtifactNaming(self.template, &query)
    reader = query.makeReader()
  }

  /// The path of an event with the marks of its number.
  mutating func mark(_ event: String) throws -> [UInt8] {
    let line = Array(event.utf8)
    try reader.scan(line.span)
    let moment = reader.time(of: time, in: line.span)
    return collect { naming.appendPath(of: line.span, at: moment, &reader, to: &$0) }
  }

  /// The path of an event, and the values that a manifest has.
  mutating func name(
    _ event: String, part: Int? = nil
  ) throws -> (path: String, values: [String?]) {
    let path = ArtifactName(marked: try mark(event), part: part).path
    let line = Array(event.utf8)
    let values = naming.values(of: line.span, at: reader.time(of: time, in: line.span), &reader)
    #expect(values.map(\.name) == template.placeholders.map(\.name))
    return (String(decoding: path, as: UTF8.self), values.map(\.value))
  }
}

@Suite struct ArtifactNamingTests {
  private func named(
    _ event: String, _ template: String, part: Int? = nil
  ) throws -> (path: String, values: [String?]) {
    var names = try Names(template)
    return try names.name(event, part: part)
  }

  // The shapes of spec/events.md, with what its dictionary says of them.
  private static let shapes: [(event: String, fields: String, people: String)] = [
    (
      #"{"event_id":"evt_001","timestamp":"2026-04-22T14:30:00Z","user":"jane@company.com","#
        + #""team":"legal","model":"openai/gpt-4o","policies_evaluated":[{"name":"pii-filter","#
        + #""verdict":"pass"},{"name":"disclaimer","verdict":"modified"}],"cost_tokens_input":42}"#,
      "legal/gpt-4o/openai/modified/__none__", "evt_001/jane%40company%2Ecom/42/__none__"
    ),
    (
      #"{"id":"evt_abc","type":"chat","timestamp":"2026-04-22T14:30:00Z","user_id":"usr_d","#
        + #""team_id":"team_ghi","model":"gpt-4o","input_tokens":150,"policy_outcome":"allowed"}"#,
      "team_ghi/gpt-4o/__none__/allowed/chat", "evt_abc/usr_d/150/__none__"
    ),
    (
      #"{"id":"c1","event_type":"decision","timestamp":"2026-04-22T14:30:00Z","verdict":"block","#
        + #""model":"gpt-4o","provider":"openai","config_version":"0.2.0"}"#,
      "__none__/gpt-4o/openai/blocked/decision", "c1/__none__/__none__/__none__"
    ),
    (
      #"{"id":"d1","timestamp":"2026-04-22T14:30:00Z","decision":"allowed","model":"claude-3","#
        + #""provider":"anthropic","input_tokens":10,"policies_evaluated":[{"name":"pii","#
        + #""result":"redacted"}],"gateway_id":"gw_prod_east","user_id":"usr_1"}"#,
      "__none__/claude-3/anthropic/allowed/__none__", "d1/usr_1/10/gw_prod_east"
    ),
    (
      #"{"id":"b1f0c7e2","timestamp":"2026-04-22T14:30:00Z","gateway_id":"gw_eu","user":"jdoe","#
        + #""provider":"openai","model":"gpt-4o","decision":"redact","#
        + #""policies_evaluated":["a","b"],"policies_triggered":["b"],"metadata":{}}"#,
      "__none__/gpt-4o/openai/redacted/__none__", "b1f0c7e2/jdoe/__none__/gw_eu"
    ),
    (
      #"{"event_id":"f1","timestamp":"2026-04-22T14:30:00Z","event_type":"blocked","#
        + #""action":"block","policy_name":"dlp","model":"openai/gpt-4o","gateway_id":"gw_1","#
        + #""user_id":"usr_2","org_id":"org_3"}"#,
      "__none__/gpt-4o/openai/blocked/__none__", "f1/usr_2/__none__/gw_1"
    ),
    (
      #"{"event_id":"g1","event_type":"chat","timestamp":"2026-04-22T14:30:00.123Z","#
        + #""user":{"id":"usr_9","email":"ann@company.com"},"team":"finance","provider":"openai","#
        + #""model":"gpt-4o","policy_outcome":"escalated","usage":{"input_tokens":12}}"#,
      "finance/gpt-4o/openai/escalated/chat", "g1/usr_9/12/__none__"
    ),
  ]

  @Test(arguments: 0..<7)
  func everyShapeIsNamedByTheDictionary(number: Int) throws {
    let (event, fields, people) = Self.shapes[number]
    #expect(try named(event, "{team}/{model}/{provider}/{outcome}/{type}").path == fields)
    #expect(try named(event, "{id}/{user}/{tokens.input}/{gateway}").path == people)
    #expect(try named(event, "{date}/{month}/{hour}").path == "2026-04-22/2026-04/14")
  }

  // Times are those of UTC, as nothing depends on TZ (spec/faults.md, "clock and locale").
  @Test(arguments: [
    ("2026-04-22T14:30:00Z", "2026-04-22/2026-04/14"),
    ("2026-05-01T01:30:00+02:00", "2026-04-30/2026-04/23"),
    ("2025-12-31T22:00:00-05:30", "2026-01-01/2026-01/03"),
    ("2026-04-22", "2026-04-22/2026-04/00"),
    ("2024-02-29t23:59:59.999999999z", "2024-02-29/2024-02/23"),
    ("2016-12-31T23:59:60Z", "2017-01-01/2017-01/00"),
    ("0007-03-04T05:00:00Z", "0007-03-04/0007-03/05"),
    ("2026-02-30T00:00:00Z", "__none__/__none__/__none__"), ("soon", "__none__/__none__/__none__"),
  ])
  func timesAreTakenInUTC(time: String, expected: String) throws {
    let (path, values) = try named(#"{"timestamp":"\#(time)"}"#, "{date}/{month}/{hour}")
    #expect(path == expected)
    let parts = expected.split(separator: "/").map(String.init)
    #expect(values == parts.map { $0 == "__none__" ? nil : $0 })
  }

  @Test(
    arguments: [
      (#"{}"#, "__none__", nil), (#"{"team":null}"#, "__none__", nil),
      (#"{"team":""}"#, "__empty__", ""), (#"{"team":"__none__"}"#, "%5F_none__", "__none__"),
      (#"{"team":"Legal"}"#, "%4Cegal", "Legal"),
      (#"{"team":"a\u0000\/\u00e9"}"#, "a%00%2F%C3%A9", "a\0/é"),
      (#"{"team":7.10}"#, "7%2E10", "7.10"), (#"{"team":true}"#, "true", "true"),
      (#"{"team":["x"]}"#, "__none__", nil), (#"{"team":{"name":"x"}}"#, "x", "x"),
      (#"{"team_id":"team_hr"}"#, "team_hr", "team_hr"),
    ] as [(String, String, String?)])
  func valuesAreEscapedInNamesAndWholeInManifests(
    event: String, path: String, value: String?
  ) throws {
    let result = try named(event, "{team}")
    #expect(result.path == path && result.values == [value])
  }

  @Test func rawPathsBypassTheDictionary() throws {
    let event = #"{"team":"legal","metadata":{"team":{"a":"X y"},"n":12},"list":[1,2]}"#
    let (path, values) = try named(
      event, "{.metadata.team.a}/{.metadata.n}-{.none}/{.metadata}/{.list}")
    #expect(path == "%58%20y/12-__none__/__none__/__none__")
    #expect(values == ["X y", "12", nil, nil, nil])
  }

  @Test(
    arguments: [
      (nil, "a/p-00000.gz", "a.gz"), (0, "a/p-00000.gz", "a_00000.gz"),
      (7, "a/p-00007.gz", "a_00007.gz"), (99_999, "a/p-99999.gz", "a_99999.gz"),
      (123_456, "a/p-123456.gz", "a_123456.gz"),
    ] as [(Int?, String, String)])
  func partsHaveAtLeastFiveDigits(part: Int?, explicit: String, added: String) throws {
    #expect(try named(#"{"team":"a"}"#, "{team}/p-{part}.gz", part: part).path == explicit)
    #expect(try named(#"{"team":"a"}"#, "{team}.gz", part: part).path == added)
  }

  @Test(arguments: [
    ("{team}-{part}", ["a-00003", "a-00004"]), ("{team}", ["a_00002", "a_00003"]),
  ])
  func numbersGoOnBehindTheLastOneThatIsTaken(template: String, expected: [String]) throws {
    var names = try Names(template)
    let marked = try names.mark(#"{"team":"a"}"#)
    var taken: Set<[UInt8]> = Set(
      ["a", "a-00000", "a-00002", "a_00001"].map { Array($0.utf8) })
    var last: [[UInt8]: Int] = [:]
    for path in expected {
      var name = ArtifactName(marked: marked, part: nil)
      name.avoid(&taken, &last)
      #expect(String(decoding: name.path, as: UTF8.self) == path)
    }
    var free = ArtifactName(marked: try names.mark(#"{"team":"b"}"#), part: nil)
    let before = free
    free.avoid(&taken, &last)
    #expect(free == before)
  }

  /// Events of one path have the same values, whatever these are.
  @Test(arguments: [
    "{team}-{model}", "{team}_{model}", "{team}.{model}-{user}", "{date}{team}", "{team}-{date}",
    "{team}__{model}", "{team}/{model}", "{hour}-{team}.{date}", "{team}={model}", "x{team}-{part}",
    "{team}-{model}/{team}-", "{.team}~{model}~{.user}",
  ])
  func namesTellAllValuesApart(template: String) throws {
    var random = SeededGenerator(for: "ArtifactNamingTests.apart")
    let words = [
      "", "_", "-", ".", "__", "__none__", "__empty__", "a", "a-", "-a", "a_b", "__none___x",
      "none__",
      "n", "2026-01-01", "a-2026-01-01", "00000", "%5F", "_none__", "A", "~", "=", "a.b",
    ]
    func member(_ name: String) -> String? {
      random.below(4) == 0 ? nil : "\"\(name)\":\"\(random.pick(words))\""
    }
    var names = try Names(template)
    var seen: [String: [String?]] = [:]
    for _ in 0..<2_000 {
      var members = ["team", "model", "user"].compactMap { member($0) }
      if random.below(3) > 0 { members.append("\"timestamp\":\"2026-01-0\(1 + random.below(3))\"") }
      let (path, values) = try names.name("{\(members.joined(separator: ","))}")
      #expect(seen[path, default: values] == values, "\(path), seed \(random.seed)")
      seen[path] = values
    }
  }
}
