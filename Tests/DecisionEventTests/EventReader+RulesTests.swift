import DecisionEvent
import EventJSON
import Testing

/// The rules of the dictionary of spec/events.md that are more than a path.
@Suite struct EventReaderRulesTests {
  @Test(arguments: [
    ("id", #"{"id":"2","event_id":"1"}"#, ["1"]), ("id", #"{"event_id":null,"id":"2"}"#, ["2"]),
    ("timestamp", #"{"created_at":"b","timestamp":"a"}"#, ["a"]),
    ("timestamp", #"{"created_at":"b"}"#, ["b"]), ("conversation", #"{"session_id":"s"}"#, ["s"]),
    ("response_timestamp", #"{"completed_at":"c"}"#, ["c"]),
    ("request_id", #"{"request_id":"r"}"#, ["r"]),
    ("user", #"{"consumer":"c","user":"u"}"#, ["u"]), ("user", #"{"consumer":"c"}"#, ["c"]),
    ("user", #"{"user":{"id":"i"},"user_id":"u"}"#, ["i"]),
    ("user", #"{"user":{"email":"a@b"},"user_id":"u"}"#, ["u"]),
    ("user", #"{"user":{"email":"a@b"},"consumer":"c"}"#, ["c"]),
    ("user.role", #"{"role":"r"}"#, ["r"]),
    ("user.role", #"{"role":"r","user":{"role":"s"}}"#, ["s"]),
    ("org", #"{"org":"o","org_id":"i"}"#, ["i"]), ("org", #"{"org":"o"}"#, ["o"]),
    ("reason", #"{"reason":"b","reason_code":"a"}"#, ["a"]), ("reason", #"{"reason":"b"}"#, ["b"]),
    ("input", #"{"request":"c","prompt":"b"}"#, ["b"]), ("input", #"{"request":"c"}"#, ["c"]),
    ("output", #"{"completion":"c","response":"b"}"#, ["b"]),
    ("output", #"{"completion":"c"}"#, ["c"]),
    (
      "tokens.input", #"{"cost_tokens_input":3,"input_tokens":2,"usage":{"input_tokens":1}}"#, ["1"]
    ),
    ("tokens.output", #"{"cost_tokens_output":3,"output_tokens":2}"#, ["2"]),
    ("cost", #"{"cost":2,"cost_usd":1}"#, ["1"]), ("latency_ms", #"{"duration_ms":5}"#, ["5"]),
    ("escalation.reviewer", #"{"escalation":{"reviewer":"x"}}"#, ["x"]),
    ("citations", #"{"citations":["a",{"asset":"b"},"c"]}"#, ["a", "b", "c"]),
    ("cost", #"{"cost_usd":1.10}"#, ["1.10"]), ("id", #"{"id":"\u0041\n"}"#, ["A\n"]),
  ])
  func firstPathThatHitsWins(field: String, event: String, expected: [String]) throws {
    #expect(try values(field, of: event) == expected)
  }

  @Test(
    arguments: [
      (#"{"user":"a@b.c"}"#, ["a@b.c"]), (#"{"user":"jdoe"}"#, []),
      (#"{"user":"a\u0040b"}"#, ["a@b"]),
      (#"{"user":{"email":"x"}}"#, ["x"]), (#"{"user":{"id":"a@b"}}"#, []),
      (#"{"user_id":"a@b"}"#, []),
      (#"{"consumer":"a@b"}"#, []), (#"{"user":null}"#, []),
    ] as [(String, [String])])
  func stringUserIsAnAddressWhereItHoldsAnAtSign(event: String, expected: [String]) throws {
    #expect(try values("user.email", of: event) == expected)
  }

  @Test(arguments: [
    (#"{"team":"legal"}"#, ["legal"]), (#"{"team":"team_legal"}"#, ["team_legal", "legal"]),
    (#"{"team_id":"team_x"}"#, ["team_x", "x"]), (#"{"team":{"name":"team_y"}}"#, ["team_y", "y"]),
    (#"{"consumer_group":"team_z"}"#, ["team_z", "z"]), (#"{"team":"Team_x"}"#, ["Team_x"]),
    (#"{"team":{"id":"x"},"team_id":"y"}"#, ["y"]), (#"{"team":"my_team_x"}"#, ["my_team_x"]),
    (#"{"team":"te\u0061m_x"}"#, ["team_x", "x"]), (#"{"team_id":"b","team":"a"}"#, ["a"]),
  ])
  func teamAlsoAnswersWithoutItsPrefix(event: String, expected: [String]) throws {
    #expect(try values("team", of: event) == expected)
  }

  @Test(
    arguments: [
      (#"{"model":"openai/gpt-4o"}"#, "openai", "gpt-4o"), (#"{"model":"gpt-4o"}"#, nil, "gpt-4o"),
      (#"{"model":"openai/gpt-4o","provider":"azure"}"#, "azure", "gpt-4o"),
      (#"{"model":"a/b/c"}"#, "a", "b/c"), (#"{"model":"openai\/gpt"}"#, "openai", "gpt"),
      (#"{"provider":"openai"}"#, "openai", nil), (#"{"provider":null,"model":"a/b"}"#, "a", "b"),
    ] as [(String, String?, String?)])
  func providerIsSaidOrStandsBeforeTheModel(
    event: String, provider: String?, model: String?
  ) throws {
    #expect(try values("provider", of: event) == [provider].compactMap { $0 })
    #expect(try values("model", of: event) == [model].compactMap { $0 })
  }

  @Test(
    arguments: [
      (#"{"model":"openai/gpt-4o"}"#, ["openai/gpt-4o"]), (#"{"model":"gpt-4o"}"#, []),
      (#"{"model":"gpt-4o","provider":"openai"}"#, ["openai/gpt-4o"]),
      (#"{"model":"g\u0070t","provider":"o\u0070enai"}"#, ["openai/gpt"]),
      (#"{"provider":"p"}"#, []),
    ] as [(String, [String])])
  func modelIsComparedWithItsProviderWhereAsked(event: String, expected: [String]) throws {
    var read = try ReadEvent(event) { $0.modelWithProvider() }
    let found = read.values()
    #expect(found == expected)
  }

  @Test(
    arguments: [
      (#"{"type":"chat","event_type":"blocked"}"#, ["chat"]), (#"{"event_type":"chat"}"#, ["chat"]),
      (#"{"event_type":"request"}"#, []), (#"{"event_type":"blocked"}"#, []),
      (#"{"event_type":"escalated"}"#, []), (#"{"event_type":"redacted"}"#, []),
      (#"{"event_type":"decision"}"#, ["decision"]), (#"{"event_type":"allowed"}"#, ["allowed"]),
      (#"{"type":"blocked"}"#, ["blocked"]), (#"{"event_type":"bl\u006fcked"}"#, []),
    ] as [(String, [String])])
  func eventTypeOfShapeFIsNoType(event: String, expected: [String]) throws {
    #expect(try values("type", of: event) == expected)
  }

  @Test(arguments: [
    (".usage.input_tokens", #"{"usage":{"input_tokens":1e400}}"#, ["1e400"]),
    (".p[].score", #"{"p":[{"score":1},{"score":null},{}]}"#, ["1", "null"]),
    (".tags", #"{"tags":["a","b"]}"#, ["a", "b"]), (".a", #"{"a":null}"#, ["null"]),
    (".a", #"{"a":{"b":1}}"#, [#"{"b":1}"#]), (".team", #"{"team":"team_x"}"#, ["team_x"]),
    (".model", #"{"model":"a/b"}"#, ["a/b"]),
    (".event_type", #"{"event_type":"blocked"}"#, ["blocked"]),
  ])
  func rawPathBypassesTheDictionary(path: String, event: String, expected: [String]) throws {
    #expect(try values(path, of: event) == expected)
  }

  @Test(arguments: [
    ("id", #"{"id":null}"#, false), ("id", "{}", false), ("id", #"{"id":""}"#, true),
    ("output", #"{"output":""}"#, true), ("input", #"{"input":null,"prompt":"x"}"#, true),
    ("citations", #"{"citations":[]}"#, false), ("citations", #"{"citations":[null]}"#, false),
    ("citations", #"{"citations":["x"]}"#, true), ("outcome", #"{"event_type":"chat"}"#, false),
    ("provider", #"{"model":"gpt"}"#, false), ("provider", #"{"model":"a/b"}"#, true),
    (".a", #"{"a":null}"#, true), (".a", "{}", false), (".a[]", #"{"a":[null]}"#, true),
    (".a[]", #"{"a":[]}"#, false), ("escalation", #"{"escalation":{}}"#, true),
    ("escalation", #"{"escalation":null}"#, false),
  ])
  func valueExistsWhereItIsNotNull(name: String, event: String, expected: Bool) throws {
    var read = try ReadEvent(event) { query in
      if name.hasPrefix(".") { return query.operand(try FieldPath(name)) }
      return CanonicalField(name: name).map { query.operand($0) } ?? .nothing
    }
    let exists = read.exists()
    #expect(exists == expected)
  }

  @Test func doubledMemberIsRefusedUnlessItIsOnlyObserved() throws {
    for (field, event) in [
      (CanonicalField.team, #"{"team":"a","team":"b"}"#), (.user, #"{"user":{"id":1,"id":2}}"#),
      (.outcome, #"{"policies_evaluated":[],"policies_evaluated":[]}"#),
    ] {
      #expect(throws: JSONProblem.self) { _ = try ReadEvent(event) { $0.operand(field) } }
      _ = try ReadEvent(event) { $0.operand(field, observing: true) }
    }
    // A doubled member of another field is not this one's business.
    #expect(try values("id", of: #"{"id":"1","team":"a","team":"b"}"#) == ["1"])
  }

  @Test(arguments: [
    ("content_hashes.input", #"{"input_hash":"h"}"#),
    ("content_hashes.input", #"{"input_sha256":"h"}"#),
    ("content_hashes.output", #"{"output_hash":"h"}"#),
    ("content_hashes.output", #"{"output_sha256":"h"}"#),
    ("content_hashes.input", #"{"prompt_hash":"h"}"#),
    ("content_hashes.output", #"{"response_sha256":"h"}"#),
    ("content_hashes.input", #"{"content_hashes":{"prompt":"h"}}"#),
    ("content_hashes.output", #"{"content_hashes":{"completion":"h"}}"#),
  ])
  func contentHashesAreFoundUnderEveryName(field: String, event: String) throws {
    // spec/events.md sends to spec/integrity.md, section 5, for the shapes.
    #expect(try values(field, of: event) == ["h"])
  }
}
