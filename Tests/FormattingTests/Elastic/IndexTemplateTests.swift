import Bytes
import DecisionEvent
import TestSupport
import Testing

@testable import Formatting

@Suite struct IndexTemplateTests {
  /// The index of an event, as a stage would write it.
  private func index(_ template: String, _ event: String) throws -> String {
    var query = EventQuery()
    let writer = IndexWriter(try IndexTemplate(template), &query)
    var reader = query.makeReader()
    let line = Array(event.utf8)
    try reader.scan(line.span)
    var output = Output(capacity: 1)
    writer.append(line.span, &reader, to: &output)
    return text(output.bytes)
  }

  @Test(arguments: [
    ("kt-events-{date}", "kt-events-2026-04-22"), ("kt-{month}", "kt-2026-04"),
    ("kt-{year}", "kt-2026"), ("logs-kt.decision-default", "logs-kt.decision-default"),
    ("k{team}-{month}", "k%4cegal-2026-04"), ("k-{user.role}", "k-__none__"),
    ("k-{outcome}", "k-blocked"), ("k-{type}", "k-__empty__"),
  ])
  func placeholdersAreFilled(template: String, expected: String) throws {
    let event = #"""
      {"id":1,"timestamp":"2026-04-23T01:30:00+02:00","team":"Legal","verdict":"deny","type":""}
      """#
    #expect(try index(template, event) == expected)
  }

  @Test func eventsWithoutATimeHaveAnIndexOfTheirOwn() throws {
    #expect(try index(IndexTemplate.standard, "{}") == "kt-events-__none__")
    #expect(try index("k-{month}", #"{"timestamp":"2026-02-30"}"#) == "k-__none__")
    #expect(try index("k-{year}", #"{"timestamp":1776868200}"#) == "k-__none__")
  }

  @Test(arguments: [
    ("A b", "%41%20b"), ("__x", "%5f_x"), ("_x", "_x"), ("__", "%5f_"),
    ("../etc/*", "..%2fetc%2f%2a"), (#"a\"#, "a%5c"),
    ("a,b#c:d", "a%2cb%23c%3ad"),
    ("Été", "%c3%89t%c3%a9"), ("Legal", "%4cegal"), ("\u{0}\n", "%00%0a"), ("%41", "%2541"),
    ("-_+", "-_%2b"),
    ("\u{202E}x", "%e2%80%aex"),
  ])
  func valuesBecomeWhatAnIndexMayHold(value: String, expected: String) {
    let bytes = Array(value.utf8)
    let written = collect { IndexValue.append(bytes.span, limit: 200, to: &$0) }
    #expect(String(decoding: written, as: UTF8.self) == expected)
  }

  @Test func longValuesAreCutAndStayDifferent() throws {
    let limit = IndexValue.minimumLimit
    func written(_ value: String) -> String {
      let bytes = Array(value.utf8)
      return String(
        decoding: collect { IndexValue.append(bytes.span, limit: limit, to: &$0) }, as: UTF8.self)
    }
    let exact = String(repeating: "a", count: limit)
    #expect(written(exact) == exact)
    #expect(written(exact + "b").utf8.count == limit)
    #expect(written(exact + "b") != written(exact + "c"))
    #expect(written(exact + "b").hasPrefix(String(repeating: "a", count: 30) + "%h"))
    // An escape is never cut in two.
    #expect(written(String(repeating: "é", count: 5_000)).hasPrefix("%c3%a9%c3%a9%c3%a9"))
    #expect(written(String(repeating: "é", count: 5_000)).utf8.count <= limit)
  }

  @Test func noIndexIsLongerThan255Bytes() throws {
    let long = String(repeating: "/", count: 10_000)
    let event = #"{"timestamp":"2026-04-22","team":"\#(long)","model":"\#(long)"}"#
    #expect(try index("kt-{date}-{team}-{team}-{model}", event).utf8.count <= 255)
  }

  @Test(arguments: [
    ("", "begins with a letter"), ("{date}", "begins with a letter"),
    ("-a", "begins with a letter"),
    ("_a", "begins with a letter"), (".a", "begins with a letter"), ("a{date", "not closed"),
    ("a}b", "is made of"), ("Kt-{date}", "is made of"), ("kt/x", "is made of"),
    ("kt x", "is made of"), ("kté", "is made of"), ("k{nope}", "'{nope}' is no placeholder"),
    ("k{}", "'{}' is no placeholder"), ("k{.team}", "is no placeholder"),
    ("k{policies[].name}", "many values"), ("k{input}", "is a text"),
    (String(repeating: "a", count: 256), "at most 255 bytes"),
    (String(repeating: "a", count: 200) + "{team}", "leave room"),
    ("k{team}{model}{provider}{user}", "leave room"),
  ])
  func aBadTemplateSaysWhatToDo(template: String, part: String) {
    do throws(FormatProblem) {
      _ = try IndexTemplate(template)
      Issue.record("\(template) was taken")
    } catch {
      #expect(error.reason.hasPrefix("--index '"))
      #expect(error.reason.contains(part), "\(error.reason)")
    }
  }
}
