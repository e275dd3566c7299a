import Bytes
import DecisionEvent
import EventJSON
import TestSupport
import Testing

@Suite struct EventReaderListsTests {
  /// All values of a field, null ones as "null".
  private func each(_ event: String, _ field: CanonicalField) throws -> [String] {
    var query = EventQuery()
    let operand = query.operand(field)
    var reader = query.makeReader()
    let line = Array(event.utf8)
    try reader.scan(line.span)
    var texts: [String] = []
    reader.eachValue(of: operand, in: line.span) { kind, value in
      texts.append(kind == .null ? "null" : text(value))
    }
    return texts
  }

  private func place(_ event: String, _ field: CanonicalField) throws -> String? {
    var query = EventQuery()
    let operand = query.operand(field)
    var reader = query.makeReader()
    let line = Array(event.utf8)
    try reader.scan(line.span)
    let place = reader.place(of: operand, in: line.span)
    guard place.kind != .absent else { return nil }
    return text(line.span.extracting(place.start..<place.end))
  }

  private static let mixed =
    #"{"policies_evaluated":["a",{"verdict":"deny"},{"name":"c","reason":"r"}],"#
    + #""citations":["x",{"asset":"y","version":2},{"version":3},{"page":1},null]}"#

  @Test(
    arguments: [
      (.policyName, ["a", "null", "c"]), (.policyVerdict, ["null", "blocked", "null"]),
      (.policyReason, ["null", "null", "r"]), (.citations, ["x", "y", "null"]),
      (.citationVersion, ["null", "2", "3"]),
    ] as [(CanonicalField, [String])])
  func partsOfAListStandBesideEachOther(field: CanonicalField, values: [String]) throws {
    #expect(try each(Self.mixed, field) == values)
  }

  @Test(
    arguments: [
      (#"{"team_id":"team_x"}"#, .team, ["team_x"]), (#"{"model":"a/b"}"#, .provider, ["a"]),
      (#"{"user":{"id":null},"user_id":"u"}"#, .user, ["u"]), (#"{}"#, .policyName, []),
      (#"{"user":"a@b"}"#, .userEmail, ["a@b"]), (#"{"decision":"Deny"}"#, .outcome, ["blocked"]),
    ] as [(String, CanonicalField, [String])])
  func aScalarHasOneValue(event: String, field: CanonicalField, values: [String]) throws {
    #expect(try each(event, field) == values)
  }

  @Test(
    arguments: [
      (#"{"model":"a/b"}"#, .model, "a/b"), (#"{"model":"a/b"}"#, .provider, nil),
      (#"{"provider":"p","model":"a/b"}"#, .provider, "p"), (#"{"user":"u"}"#, .userEmail, nil),
      (#"{"user":"a@b"}"#, .userEmail, "a@b"), (#"{"event_type":"blocked"}"#, .type, nil),
      (#"{"event_type":"blocked"}"#, .outcome, "blocked"),
      (#"{"policies_evaluated":[{"verdict":"deny"}]}"#, .outcome, nil),
      (#"{"input":{"a":1}}"#, .input, #"{"a":1}"#), (#"{"team":null,"team_id":"t"}"#, .team, "t"),
      (#"{"citations":["x"]}"#, .citations, nil),
    ] as [(String, CanonicalField, String?)])
  func aValueStandsWhereTheFieldTakesIt(
    event: String, field: CanonicalField, place expected: String?
  ) throws {
    #expect(try place(event, field) == expected)
  }

  /// The first bytes of every place where a fact may stand.
  @Test func everySourceOfAFactIsTold() throws {
    var dictionary = EventDictionary()
    try dictionary.add(map: "input = turns[].text, data.question")
    var query = EventQuery(dictionary)
    let operand = query.operand(.input)
    var reader = query.makeReader()
    let event =
      #"{"turns":[{"text":"A"},{"text":"B"}],"prompt":["P"],"input":"I","request":null,"#
      + #""data":{"question":"Q"},"output":"O"}"#
    let line = Array(event.utf8)
    try reader.scan(line.span)
    var found: Set<String> = []
    reader.eachSource(of: operand) { field in
      found.insert(text(line.span.extracting(field.start..<field.start + 2)))
    }
    #expect(found == ["I\"", "[\"", "Q\"", "[{"])
  }

  @Test func everyElementIsHandedOverHoweverLittleItHas() throws {
    var query = EventQuery()
    let assets = query.operand(.citations)
    let versions = query.operand(.citationVersion)
    _ = query.operand(.policyName)
    var reader = query.makeReader()
    let line = Array(Self.mixed.utf8)
    try reader.scan(line.span)
    var texts: [String] = []
    reader.eachElement(of: assets, and: versions) { _, asset, version in
      texts.append(
        [asset, version].map { text(line.span.extracting($0.start..<$0.end)) }
          .joined(separator: "@"))
    }
    #expect(texts == ["x@", "y@2", "@3", "@", "@"])
  }

  @Test(
    arguments: [
      (#"{"turn":1}"#, ["1"]), (#"{"turn_number":"2"}"#, ["2"]), (#"{"turn_index":3}"#, ["3"]),
      (#"{"turn_index":3,"turn":null,"turn_number":2}"#, ["2"]), (#"{"turns":1}"#, []),
    ])
  func turnsHaveSeveralNames(event: String, expected: [String]) throws {
    var event = try ReadEvent(event) { $0.turnNumber() }
    #expect(event.values() == expected)
  }
}
