import Bytes
import EventJSON
import TestSupport
import Testing

@Suite struct LookupTests {
  @Test(
    arguments: [
      ("{}", []), (#"{"a":1}"#, ["1"]), (#" { "a" : 1 } "#, ["1"]), ("{\"a\":1}\r", ["1"]),
      (#"{"b":2,"a":{"a":3}}"#, [#"{"a":3}"#]), (#"{"a":[1, 2]}"#, ["[1, 2]"]),
      (#"{"a":"x\"y"}"#, [#"x\"y"#]), (#"{"a":""}"#, [""]), (#"{"A":1}"#, []),
      (#"{"aa":1,"":2}"#, []), (#"{"x":{"a":1}}"#, []), (#"{"a":-0.10e+5 }"#, ["-0.10e+5"]),
    ] as [(String, [String])])
  func memberIsFoundByNameAtItsLevelOnly(line: String, expected: [String]) throws {
    let scanned = try scan(line, ["a"])
    #expect(scanned.texts.compactMap { $0 } == expected)
  }

  @Test(arguments: [
    ("null", Field.Kind.null), ("true", .true), ("false", .false), ("-1", .number),
    ("0", .number), (#""s""#, .string), (#""é""#, .string), (#""\n""#, .escapedString),
    ("[]", .array), ("{}", .object),
  ])
  func kindOfAMemberIsThatOfItsValue(value: String, kind: Field.Kind) throws {
    let scanned = try scan("{\"a\":\(value),\"b\":[\(value)]}", ["a", "c", "b"])
    #expect(scanned.kinds == [kind, .absent, .array])
    let elements = try scan("{\"b\":[\(value)]}", ["b[]"])
    let inside = value.hasPrefix("\"") ? String(value.dropFirst().dropLast()) : value
    #expect(elements.elements == ["0:0:\(inside)"])
  }

  @Test(
    arguments: [
      (#"{"a":{"b":1}}"#, "1"), (#"{"a":{"c":{"b":2}},"b":3}"#, nil), (#"{"a":[{"b":1}]}"#, nil),
      (#"{"a":1}"#, nil), (#"{"a":{"c":0,"b":{"d":4}}}"#, #"{"d":4}"#),
    ] as [(String, String?)])
  func pathLeadsThroughObjects(line: String, expected: String?) throws {
    #expect(try scan(line, ["a.b"]).texts == [expected])
  }

  @Test(arguments: [
    (#"{"te\u0061m":1}"#, "team"), (#"{"\u0074\u0065\u0061\u006D":1}"#, "team"),
    (#"{"a\/b":1}"#, #""a/b""#), (#"{"\ud83d\ude00":1}"#, "😀"), ("{\"\u{E9}\":1}", "\u{E9}"),
    (#"{"":1}"#, #""""#), (#"{"a\nb":1}"#, "\"a\nb\""), (#"{"\u0000":1}"#, "\"\0\""),
  ])
  func keysAreComparedAfterUnescaping(line: String, path: String) throws {
    #expect(try scan(line, [path]).texts == ["1"])
  }

  @Test(arguments: ["{\"e\u{301}\":1}", #"{"e\u0301":1}"#])
  func keysAreNeverComparedByUnicodeEquivalence(line: String) throws {
    #expect(try scan(line, ["\u{E9}"]).texts == [nil])
  }

  @Test(
    arguments: [
      (#"{"p":[1,2]}"#, ["0:0:1", "0:1:2"]), (#"{"p":[]}"#, []), (#"{"p":1}"#, []),
      (#"{"p":[{"n":"a"},{"m":1,"n":"b"},3]}"#, ["1:0:a", "1:1:b", "0:2:3"]),
      (#"{"p":[[1],[{"n":2}]]}"#, []),
    ] as [(String, [String])])
  func elementsAreNumberedInTheOrderOfTheLine(line: String, expected: [String]) throws {
    let scanned = try scan(line, ["p[]", "p[].n"])
    // Containers answer to p[] too; only their members are of interest here.
    let found = scanned.elements.filter { !$0.hasSuffix("}") && !$0.hasSuffix("]") }
    #expect(found == expected)
  }

  @Test func nestedElementsHaveTheNumberOfTheOutermostOne() throws {
    let scanned = try scan(#"{"a":[{"b":[1,2]},{"b":[]},{"b":[3]}]}"#, ["a[].b[]"])
    #expect(scanned.elements == ["0:0:1", "0:0:2", "0:2:3"])
    let square = try scan(#"{"a":[[1],[2,3]]}"#, ["a[][]"])
    #expect(square.elements == ["0:0:1", "0:1:2", "0:1:3"])
  }

  @Test(arguments: [
    (#"{"team":1,"team":2}"#, ["team"], 10), (#"{"team":1,"te\u0061m":2}"#, ["team"], 10),
    (#"{"team":1,"x":0, "team":2}"#, ["team"], 17), (#"{"u":{"id":1,"id":1}}"#, ["u.id"], 13),
    (#"{"u":{"id":1},"u":{}}"#, ["u.id"], 14), (#"{"u":{},"u":null}"#, ["u.id"], 8),
    (#"{"p":[{"n":1,"n":2}]}"#, ["p[].n"], 13), (#"{"p":[],"p":[]}"#, ["p[].n"], 8),
  ])
  func doubledMemberThatIsReadIsMalformed(line: String, paths: [String], offset: Int) {
    #expect(problem(line, paths) == JSONProblem(.duplicateMember, at: offset))
  }

  @Test(arguments: [
    (#"{"x":1,"x":2}"#, ["team"]), (#"{"x":{"team":1},"team":2}"#, ["team"]),
    (#"{"u":{"x":1,"x":2}}"#, ["u.id"]), (#"{"p":[{"n":1},{"n":1}]}"#, ["p[].n"]),
    (#"{"id":1,"u":{"id":1}}"#, ["u.id", "id"]), (#"{"team":1,"Team":2}"#, ["team"]),
  ])
  func doubledMemberThatIsNotReadPasses(line: String, paths: [String]) {
    #expect(problem(line, paths) == nil)
  }

  @Test func firstOfDoubledMembersCountsForObservers() throws {
    let scanned = try scan(#"{"t":1,"t":2,"t":3}"#, observing: ["t"])
    #expect(scanned.texts == ["1"])
    // What one reads and another one observes is read.
    #expect(problem(#"{"t":1,"t":2}"#, ["t"], observing: ["t"])?.kind == .duplicateMember)
  }

  @Test func tableIsEmptiedBeforeEachLine() throws {
    var builder = LookupBuilder()
    let slots = [builder.slot(for: try FieldPath("a")), builder.slot(for: try FieldPath("b[]"))]
    #expect(builder.slot(for: try FieldPath(".a")) == slots[0])
    let lookup = builder.finish()
    var table = lookup.makeTable()
    for line in [#"{"a":1,"b":[1]}"#, "{}"].map({ Array($0.utf8) }) {
      try lookup.scan(line.span, into: &table)
    }
    #expect(table[slots[0]].kind == .absent && table.elements.isEmpty)
    // The same member once in each of two lines stands in neither twice.
    for line in [#"{"a":1}"#, #"{"a":2}"#].map({ Array($0.utf8) }) {
      try lookup.scan(line.span, into: &table)
    }
    #expect(table[slots[0]] == Field(.number, 5, 6))
  }

  @Test func manyPathsAreToldApart() throws {
    // More names than the filter has bits.
    let names = (0..<200).map { "member_\($0)" }
    let line = "{" + names.map { "\"\($0)\":\"\($0)\"" }.joined(separator: ",") + "}"
    #expect(try scan(line, names).texts == names)
    #expect(try scan(line, names.map { "x\($0)" }).texts.allSatisfy { $0 == nil })
  }
}
