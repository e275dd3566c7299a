import Bytes
import DecisionEvent
import EventJSON
import Testing

@testable import Filtering

@Suite struct LiteralTests {
  private func order(_ literal: Literal, _ kind: Field.Kind, _ text: String) -> Int? {
    let bytes = Array(text.utf8)
    return literal.order(kind, bytes.span)?.signum()
  }

  private func string(_ text: String) -> Literal { .string(Array(text.utf8), Timestamp(text)) }

  @Test(arguments: [
    ("5", "4", -1), ("5", "5.0", 0), ("5", "1e1", 1), ("9007199254740993", "9007199254740992", -1),
    ("1e400", "1e401", 1), ("-0", "0", 0),
  ])
  func numbersCompareByValue(literal: String, value: String, expected: Int) {
    #expect(order(.number(Array(literal.utf8)), .number, value) == expected)
  }

  @Test(arguments: [
    ("b", "a", -1), ("b", "b", 0), ("b", "ba", 1), ("b", "B", -1), ("\u{E9}", "e\u{301}", -1),
    ("2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", 0),
    ("2026-01-01", "2026-01-01T00:00:01Z", 1),
    ("2026-01-01", "2027", 1),
  ])
  func textsCompareAsBytesAndTimesAsMoments(literal: String, value: String, expected: Int) {
    #expect(order(string(literal), .string, value) == expected)
  }

  @Test func momentsCompareWithTimesOnly() throws {
    let moment = Literal.time(try #require(Timestamp("2026-01-01")))
    #expect(order(moment, .string, "2025-12-31T23:59:59.999999999Z") == -1)
    #expect(order(moment, .string, "2026-01-01T00:00:00+00:00") == 0)
    #expect(order(moment, .string, "yesterday") == nil)
    #expect(order(moment, .number, "1767225600") == nil)
  }

  @Test(
    arguments: [
      (true, Field.Kind.true, 0), (true, .false, -1), (false, .false, 0), (false, .true, 1),
      (true, .string, nil), (true, .number, nil), (true, .null, nil),
    ] as [(Bool, Field.Kind, Int?)])
  func booleansCompareWithBooleansOnly(value: Bool, kind: Field.Kind, expected: Int?) {
    #expect(order(.boolean(value), kind, "x") == expected)
  }

  @Test func kindsAreNeverMixed() {
    #expect(order(.number([0x35]), .string, "5") == nil)
    #expect(order(string("5"), .number, "5") == nil)
    #expect(order(string("null"), .null, "null") == nil)
    #expect(order(.null, .null, "null") == 0)
    #expect(order(.null, .string, "null") == nil)
    #expect(order(string("true"), .true, "true") == nil)
  }

  @Test(arguments: [
    (Comparison.equal, [false, true, false]), (.notEqual, [true, false, true]),
    (.less, [true, false, false]), (.lessOrEqual, [true, true, false]),
    (.greater, [false, false, true]), (.greaterOrEqual, [false, true, true]),
  ])
  func comparisonHoldsForItsOrders(comparison: Comparison, expected: [Bool]) {
    #expect([-1, 0, 1].map { comparison.holds($0) } == expected)
    // A value of another kind is only ever unequal.
    #expect(comparison.holds(nil) == (comparison == .notEqual))
  }
}
