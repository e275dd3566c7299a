import Bytes
import Testing

@testable import Artifacts

@Suite struct ArtifactTemplateTests {
  /// A template taken apart: its root, and its components with their placeholders; what can be
  /// added for a part's number is shown as `optionalPart`.
  private func taken(
    _ text: String, isHive: Bool = false, optionalPart: String = ""
  ) throws -> String {
    let template = try ArtifactTemplate(text, isHive: isHive)
    let components = template.components.map { component in
      component.map { piece in
        switch piece {
        case .literal(let bytes): String(decoding: bytes, as: UTF8.self)
        case .value(let number): "{\(template.placeholders[number].name)}"
        case .part: "{part}"
        case .optionalPart: optionalPart
        }
      }.joined()
    }
    return "\(template.root.text) | \(components.joined(separator: " | "))"
  }

  @Test(arguments: [
    ("out/{date}/{team}.jsonl.gz", "out | {date} | {team}.jsonl.gz"),
    ("{team}.jsonl", ". | {team}.jsonl"), ("./{team}", ". | {team}"),
    ("/{team}", "/ | {team}"), ("/a//b/{team}", "/a/b | {team}"),
    ("../x/{team}", "../x | {team}"), ("a/b/c-{part}.gz", "a/b | c-{part}.gz"),
    ("a/{date}/b/c.jsonl", "a | {date} | b | c.jsonl"),
    ("a/x}y/{team}-{.a.b}", "a/x}y | {team}-{.a.b}"),
  ])
  func rootIsWhatStandsBeforeTheFirstPlaceholder(text: String, expected: String) throws {
    #expect(try taken(text) == expected)
  }

  // Issue 3: "--hive writes dt=2026-04-01/team=legal/part-00000.jsonl.gz as warehouses expect".
  @Test(arguments: [
    ("out", "out | dt={date} | team={team} | part-{part}.jsonl.gz"),
    ("out/", "out | dt={date} | team={team} | part-{part}.jsonl.gz"),
    ("/", "/ | dt={date} | team={team} | part-{part}.jsonl.gz"),
    ("out/{date}/{team}.jsonl.zst", "out | dt={date} | team={team} | part-{part}.jsonl.zst"),
    ("out/{month}/{hour}.jsonl", "out | month={month} | hour={hour} | part-{part}.jsonl"),
    ("out/{team}/{part}.jsonl.gz", "out | team={team} | {part}.jsonl.gz"),
    ("out/{team}/all.jsonl.gz", "out | team={team} | all.jsonl.gz"),
    ("out/x-{team}/all-{part}.jsonl", "out | x-{team} | all-{part}.jsonl"),
  ])
  func hiveNamesComponentsByTheirPlaceholders(text: String, expected: String) throws {
    #expect(try taken(text, isHive: true) == expected)
  }

  @Test(arguments: [
    ("out/{team}.jsonl.gz", "out | {team}(_).jsonl.gz"),
    ("out/{team}", "out | {team}(_)"), ("out/all.jsonl", "out | all(_).jsonl"),
    ("all", ". | all(_)"), ("out/a-{team}-z.b.gz", "out | a-{team}-z(_).b.gz"),
    ("out/{date}/.x", "out | {date} | (_).x"), ("out/{date}/x", "out | {date} | x(_)"),
    ("out/{part}/x", "out | {part} | x"), ("out/{part}.gz", "out | {part}.gz"),
  ])
  func partCanBeAddedWhereTheTemplateHasNone(text: String, expected: String) throws {
    #expect(try taken(text, optionalPart: "(_)") == expected)
  }

  @Test(arguments: [
    "out/{team}/", "out/{team}//", "", "/", "{team", "a{team/b}", "{}", "{nothing}", "{Team}",
    "{input}", "{output}", "{citations[]}", "{policies}", "{policies[].name}", "{.a[]}", "{.}",
    "{.a..b}", "{escalation}", "{team}/manifest.json", "{team}.manifest.json",
    "{team}/a.manifest.json", "{team}{model}", "{team}{date}", "{team}{part}", "{part}{team}",
    "{team}%{model}",
    "{team}n{model}", "{team}7{model}", "{team}-{model}/{team}_{model}",
    "{team}-{model}-{user}-{type}-{id}-{org}", "{date}/../{team}", "{date}/./{team}",
    "{date}/..", "{date}/.kt-staging-0123456789abcdef/{team}", "a\u{FFFD}/{team}",
  ])
  func whatIsNoTemplateIsRefused(text: String) {
    let problem = #expect(throws: TemplateProblem.self) { try taken(text) }
    #expect(problem?.reason.isEmpty == false)
    // Sentences for messages: lower case, no full stop (spec/cli.md).
    #expect(problem?.reason.last != ".")
  }

  @Test func onePlaceholderMayBeUsedTwice() throws {
    let template = try ArtifactTemplate("{team}/{team}-{model}.gz", isHive: false)
    #expect(template.placeholders.map(\.name) == ["team", "model"])
    #expect(template.placeholders[0].delimiter == UInt8(ascii: "-"))
    #expect(template.placeholders[1].delimiter == nil)
    // Two values share the length that a name may have.
    #expect(template.placeholders.map(\.limit) == [100, 100])
  }

  @Test(arguments: [
    ("{team}.jsonl.gz", ".jsonl.gz"), ("{date}/all.csv", ".csv"), ("{team}", ""),
    ("{part}.zst", ".zst"), ("{part}/all.zst", "all.zst"),
  ])
  func endOfTheNameTellsWhatItHolds(text: String, end: String) throws {
    let template = try ArtifactTemplate(text, isHive: false)
    #expect(template.nameEnd == end && template.text == text)
  }

  @Test func pathsWithBracesAreTemplates() {
    #expect(ArtifactTemplate.isTemplate("a{b") && !ArtifactTemplate.isTemplate("a}b"))
  }
}
