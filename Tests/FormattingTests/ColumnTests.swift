import DecisionEvent
import Testing

@testable import Formatting

@Suite struct ColumnTests {
  private func column(_ text: String) throws -> Column {
    var query = EventQuery()
    return try Column(text, &query)
  }

  @Test(
    arguments: [
      ("id", ColumnType.string), ("cost", .number), ("timestamp", .time), ("policies", .list),
      ("content_hashes", .json), (".cost", .json), (".a[].b", .json),
    ])
  func aNameHasItsFixedType(name: String, type: ColumnType) throws {
    let column = try column(name)
    #expect(column.name == name && column.type == type)
  }

  @Test(arguments: [
    ("tokens.input", "tokens_input"), ("policies[].name", "policies_name"),
    (".a.\"b c\"[].d", "a_b_c_d"), ("id", "id"), (".tëam", "tëam"), (".1a", "1a"),
  ])
  func aPlainNameHasLettersDigitsAndUnderscores(name: String, plain: String) throws {
    #expect(try column(name).plainName == plain)
  }

  @Test func plainNamesThatWouldBeEqualOrEmptyAreAProblem() throws {
    var query = EventQuery()
    for fields in [[".a.b", ".a_b"], ["user.email", ".user_email"], [#"."$""#]] {
      let columns = try Column.columns(fields, defaults: [], &query)
      #expect(throws: FormatProblem.self) { try Column.names(of: columns, plain: true) }
      #expect(try Column.names(of: columns, plain: false) == fields)
    }
  }

  @Test(arguments: ["", "teem.", "Id", ".", ".a[", "a=b"]) func noFieldIsAProblem(name: String) {
    #expect(throws: FormatProblem.self) { try column(name) }
  }

  @Test func theDefaultColumnsAreTheSameEveryMonth() {
    // Whoever loads exports into a table relies on these, in this order.
    #expect(
      FormatRegistry.columnNames == [
        "id", "type", "timestamp", "response_timestamp", "conversation", "request_id", "user",
        "user.email", "user.role", "team", "org", "provider", "model", "gateway",
        "config_version", "outcome", "policies[].name", "policies[].verdict",
        "policies[].reason", "reason", "input", "output", "tokens.input", "tokens.output", "cost",
        "latency_ms", "citations[]", "citations[].version", "content_hashes.input",
        "content_hashes.output", "escalation.reviewer", "escalation.decision",
        "escalation.decided_at",
      ])
  }

  @Test(arguments: [
    ("a,b.c", ["a", "b.c"]), (#"id,."a,b".c,x"#, ["id", #"."a,b".c"#, "x"]), ("", [""]),
    (#"."a\",b",c"#, [#"."a\",b""#, "c"]), (#"."a\\",b"#, [#"."a\\""#, "b"]),
  ])
  func commasSplitFieldsOutsideOfQuotes(text: String, parts: [String]) {
    #expect(FieldList.parts(text) == parts)
  }
}
