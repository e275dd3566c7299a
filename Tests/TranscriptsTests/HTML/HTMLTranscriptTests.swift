import Bytes
import TestSupport
import Testing

@testable import Transcripts

@Suite struct HTMLTranscriptTests {
  /// Pieces of JSON strings that would break out of a page where they could.
  private static let pieces = [
    "<", ">", "\\\"", "'", "&", "</p>", "</style>", "<script>", "<!--", "-->", "]]>", "&lt;",
    "\\u0000",
    "\\u001b[0m", "\\u202e", "\\ud800", "\\udc00", "\\n", "\\r\\n", "\\r", "\\t", "[", "A_B", "]",
    "*",
    " onload=x ", "javascript:", "a", "漢", "ש", "م", "\\ud83d\\ude00", "\\\\", "\\u2028", "\\ufe0f",
  ]

  private static let fields = [
    "id", "conversation_id", "user", "team", "model", "provider", "input", "output", "decision",
    "reason_code", "gateway_id", "type", "cost", "input_tokens", "output_tokens", "latency_ms",
    "citations", "policies_applied", "config_version", "timestamp", "response_timestamp", "org_id",
  ]

  private func hostile(_ random: inout SeededGenerator) -> String {
    func text() -> String {
      "\"" + (0..<random.below(7)).map { _ in random.pick(Self.pieces) }.joined() + "\""
    }
    func value(_ field: String) -> String {
      switch random.below(8) {
      case 0: "[\(text()),{\(text()):1}]"
      case 1: "{\"a\":\(text())}"
      case 2: random.pick(["1e400", "-0", "99999999999999999999999999", "null", "true", "0.10"])
      case 3 where field == "timestamp": "\"2026-0\(1 + random.below(9))-01\""
      default: text()
      }
    }
    var members = Self.fields.filter { _ in random.below(3) > 0 }.map { "\"\($0)\":\(value($0))" }
    members.append(
      "\"policies_evaluated\":[{\"name\":\(text()),\"verdict\":\(text()),\"reason\":\(text())}]")
    members.append(
      "\"escalation\":{\"reviewer\":\(text()),\"decision\":\(text()),\"decided_at\":\(text())}")
    return "{\(members.joined(separator: ","))}"
  }

  private func request() -> TranscriptRequest {
    var request = TranscriptRequest()
    request.exportID = "\"><script>\u{202E}"
    request.window = 3
    return request
  }

  @Test func everyElementIsThePagesOwnAndIsClosed() throws {
    var random = SeededGenerator(for: "everyElement")
    for _ in 0..<25 {
      let events = (0..<random.below(8)).map { _ in hostile(&random) }
      let page = try page(
        of: events, request(),
        stages: #"{"tool":"</table>","options":"<b> \u0000"}"#, isFramed: true)
      let problems = PageCheck.problems(of: page)
      #expect(problems.isEmpty, "\(problems.first ?? "") in \(events)")
    }
  }

  @Test func volumesAndTheirIndexAreWholePages() throws {
    var random = SeededGenerator(for: "volumes")
    var request = request()
    request.volumeEvents = 4
    let events = (0..<20).map { _ in hostile(&random) }
    let pages = try transcript(of: events, request, writing: HTMLTranscript())
    #expect(pages.count > 4)
    for page in pages { #expect(PageCheck.problems(of: page).isEmpty) }
    let index = try #require(pages.last)
    for number in 1..<pages.count {
      #expect(index.contains("<a href=\"\(TranscriptVolume.fileName(number))\">"))
    }
    #expect(TranscriptVolume.fileName(12) == "volume-0012.html")
    #expect(TranscriptVolume.fileName(12_345) == "volume-12345.html")
  }

  @Test func aRightToLeftParagraphSaysSo() throws {
    let page = try page(of: [#"{"input":"one\nשלום\nمرحبا\ntwo"}"#])
    #expect(
      page.contains(
        "<p>one</p><p dir=\"rtl\" lang=\"und-Hebr\">שלום</p>"
          + "<p dir=\"rtl\" lang=\"und-Arab\">مرحبا</p><p>two</p>"))
  }

  @Test func textsAndNotesStandBesideEachOther() throws {
    let both = try page(of: [#"{"input":"q","policies_applied":["p"]}"#])
    #expect(both.contains("<div class=\"body both\">") && both.contains("<aside>"))
    let none = try page(of: ["{}"])
    #expect(none.contains("<div class=\"body\">\n<aside><h4>Decision</h4>"))
  }
}

/// Reads a page as strictly as its writer may be held to.
enum PageCheck {
  private static let void: Set<String> = ["meta", "!DOCTYPE"]
  private static let elements: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "h4", "dl",
    "div", "dt", "dd", "bdi", "p", "mark", "b", "section", "figure", "figcaption", "svg", "line",
    "text", "rect", "span", "details", "summary", "table", "thead", "tbody", "tr", "th", "td",
    "nav", "ol", "li", "main", "article", "aside", "!DOCTYPE",
  ]

  /// What is wrong with a page: an element that no page has, one that is not closed, an attribute
  /// that is not in quotes, an id twice.
  static func problems(of page: String) -> [String] {
    var problems: [String] = []
    var open: [String] = []
    var ids: Set<Substring> = []
    // Markup is bytes; to Swift a mark behind a bracket would be one character with it.
    let page = String(decoding: page.utf8.map { $0 < 0x80 ? $0 : .zero }, as: UTF8.self)
    for tag in page.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      guard let found = tag.prefixMatch(of: tagPattern) else {
        problems.append("no tag: \(tag.prefix(40))")
        continue
      }
      let (name, attributes) = (String(found.2), found.3)
      if !elements.contains(name) { problems.append("element \(name)") }
      for match in attributes.matches(of: /\ id="([^"]*)"/) where !ids.insert(match.1).inserted {
        problems.append("twice: \(match.1)")
      }
      if found.1 == "/" {
        if open.popLast() != name { problems.append("closed: \(name)") }
      } else if !void.contains(name), !found.0.hasSuffix("/>") {
        open.append(name)
      }
    }
    if !open.isEmpty { problems.append("open: \(open)") }
    return problems
  }

  private static var tagPattern: Regex<(Substring, Substring, Substring, Substring)> {
    /(\/?)([A-Za-z!][A-Za-z0-9]*)((?: [a-zA-Z0-9-]+="[^"<>]*"| html)*)\/?>/
  }
}
