public import Bytes
public import DecisionEvent

/// Writes a transcript as HTML files that stand alone: no script, no link to elsewhere, nothing that
/// is fetched, and nothing in them from data but text.
public struct HTMLTranscript: ~Copyable, TranscriptSink {
  /// The columns in which a turn's body stands.
  private enum Column {
    case none, texts, notes, done
  }

  private var column = Column.none
  private var conversation = 0

  /// A writer of one document after another.
  public init() {}

  /// Begins a page; one of a volume says so.
  public mutating func begin(
    _ part: TranscriptPart, _ cover: TranscriptCover, into output: inout Output
  ) {
    HTMLPage.begin(title: Self.title(part, cover), into: &output)
    guard case .volume(let volume) = part else { return }
    output.append("<header class=\"cover\"><h1>")
    HTMLText.append(Self.title(part, cover), into: &output)
    output.append("</h1>\n<p class=\"facts\"><a href=\"index.html\">All volumes</a>")
    for number in [volume.number - 1, volume.number + 1]
    where (1...volume.count).contains(number) {
      output.append(" <a href=\"\(TranscriptVolume.fileName(number))\">Volume \(number)</a>")
    }
    output.append("</p></header>\n")
  }

  private static func title(_ part: TranscriptPart, _ cover: TranscriptCover) -> String {
    guard case .volume(let volume) = part else { return cover.fullTitle }
    return "\(cover.fullTitle), volume \(volume.number) of \(volume.count)"
  }

  /// Writes the cover and its charts.
  public mutating func write(_ cover: TranscriptCover, into output: inout Output) {
    HTMLCover.append(cover, into: &output)
  }

  /// Writes the list of volumes, with links to their files.
  public mutating func write(_ volumes: [TranscriptVolume], into output: inout Output) {
    HTMLCover.append(volumes, into: &output)
  }

  /// Begins the list of conversations.
  public mutating func beginContents(into output: inout Output) {
    output.append("<nav aria-labelledby=\"contents\"><h2 id=\"contents\">Contents</h2>\n<ol>\n")
  }

  /// Writes a line of the list, with a link to its conversation.
  public mutating func writeEntry(
    _ heading: borrowing ConversationHeading, into output: inout Output
  ) {
    output.append("<li value=\"\(heading.number)\"><a href=\"#c\(heading.number)\">")
    HTMLHeading.appendTitle(heading, into: &output)
    output.append("</a> ")
    HTMLHeading.appendSummary(heading, into: &output)
    output.append("</li>\n")
  }

  /// Ends the list, and begins the main part of the page.
  public mutating func endContents(into output: inout Output) {
    output.append("</ol></nav>\n<main id=\"conversations\">\n")
  }

  /// Begins a conversation, which has a page of its own on paper.
  public mutating func begin(
    _ heading: borrowing ConversationHeading, into output: inout Output
  ) {
    conversation = heading.number
    let name = "c\(conversation)"
    output.append("<section class=\"conversation\" id=\"\(name)\" aria-labelledby=\"\(name)h\">\n")
    output.append("<h2 id=\"\(name)h\">")
    HTMLHeading.appendTitle(heading, into: &output)
    output.append("</h2>\n<p class=\"sub\">")
    HTMLHeading.appendSummary(heading, into: &output)
    output.append("</p>\n")
  }

  /// Begins a turn; `number` counts the turns of its conversation from 1.
  public mutating func beginTurn(_ number: Int, outcome: Outcome?, into output: inout Output) {
    let name = "c\(conversation)t\(number)"
    column = .none
    output.append("<article class=\"turn")
    if let outcome { output.append(" \(outcome.name)") }
    output.append("\" id=\"\(name)\" aria-labelledby=\"\(name)h\">\n<h3 id=\"\(name)h\">")
    output.append("Turn \(number)")
    if let outcome {
      output.append(" <span class=\"badge \(outcome.name)\">\(outcome.name)</span>")
    }
    output.append("</h3>\n")
  }

  /// Begins a section; the decision and the policies stand beside the texts.
  public mutating func begin(_ section: TurnSection, into output: inout Output) {
    switch section {
    case .heading: output.append("<dl class=\"facts\">")
    case .decision, .policy:
      if column != .notes {
        openNotes(into: &output)
        output.append("<h4>Decision</h4>")
      }
      output.append("<dl class=\"facts\">")
    case .citation:
      closeBody(into: &output)
      output.append("<dl class=\"facts\">")
    case .usage:
      closeBody(into: &output)
      output.append("<dl class=\"facts\">")
    case .escalation:
      closeBody(into: &output)
      output.append("<h4>Escalation</h4><dl class=\"facts\">")
    case .identity:
      closeBody(into: &output)
      output.append("<dl class=\"facts small\">")
    }
  }

  /// Writes a fact as a term and its description.
  public mutating func write(
    _ fact: TurnFact, _ text: Span<UInt8>, into output: inout Output
  ) {
    output.append("<div><dt>")
    output.append(constant: fact.label)
    output.append("</dt><dd><bdi")
    // What a policy did is seen at a glance.
    if fact == .policyVerdict, !ByteScan.equals(text, "allowed") {
      output.append(" class=\"acted\"")
    }
    output.append(">")
    HTMLText.appendMarked(text, into: &output)
    output.append("</bdi></dd></div>")
  }

  /// Ends the section.
  public mutating func end(_ section: TurnSection, into output: inout Output) {
    output.append("</dl>\n")
  }

  /// Writes a text as it was written, each paragraph in the direction of its script.
  public mutating func write(
    _ text: TurnText, _ content: Span<UInt8>, isJSON: Bool, into output: inout Output
  ) {
    if column == .none {
      output.append("<div class=\"body both\">\n<div class=\"texts\">\n")
      column = .texts
    }
    output.append("<h4>")
    output.append(constant: text.label)
    output.append("</h4>\n<div class=\"text")
    if isJSON { output.append(" json") }
    output.append("\" lang=\"\">")
    var paragraphs = Paragraphs()
    while let run = paragraphs.next(in: content) {
      appendParagraph(content.extracting(run.range), run.script, into: &output)
    }
    output.append("</div>\n")
  }

  private func appendParagraph(
    _ text: Span<UInt8>, _ script: Script?, into output: inout Output
  ) {
    output.append("<p")
    if let script {
      if script.isRightToLeft { output.append(" dir=\"rtl\"") }
      if let tag = script.languageTag {
        output.append(" lang=\"")
        output.append(constant: tag)
        output.append("\"")
      }
    }
    output.append(">")
    HTMLText.appendMarked(text, into: &output)
    output.append("</p>")
  }

  /// Ends the turn.
  public mutating func endTurn(into output: inout Output) {
    closeBody(into: &output)
    output.append("</article>\n")
  }

  /// Ends the conversation.
  public mutating func endConversation(into output: inout Output) {
    output.append("</section>\n")
  }

  /// Ends the page.
  public mutating func end(into output: inout Output) {
    output.append("</main>\n</body>\n</html>\n")
  }

  /// Opens the column beside the texts, or where there are none, alone.
  private mutating func openNotes(into output: inout Output) {
    if column == .texts {
      output.append("</div>\n")
    } else {
      output.append("<div class=\"body\">\n")
    }
    output.append("<aside>")
    column = .notes
  }

  private mutating func closeBody(into output: inout Output) {
    switch column {
    case .none, .done: return
    case .texts: output.append("</div>\n</div>\n")
    case .notes: output.append("</aside>\n</div>\n")
    }
    column = .done
  }
}
