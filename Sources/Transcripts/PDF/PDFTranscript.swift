public import Bytes
public import DecisionEvent
public import Typesetting

/// Writes a transcript as a PDF: pages of A4 with a running head and numbers, an outline, and text
/// that can be searched.
public struct PDFTranscript: ~Copyable, TranscriptSink {
  /// How many entries an outline has for conversations, about: cairo keeps each until the end.
  private static let outlineLimit = 2_000

  private let typesetter: Typesetter
  private let created: String
  private let creator: String
  private let requiresGlyphs: Bool
  private var pages: PDFPages?
  private var text = PDFText()
  /// On which page each conversation begins, for the index.
  private var firstPages: [UInt32] = []
  private var isInIndex = false
  private var outlineStep = 1
  private var conversationsEntry: OutlineEntry?
  /// What ended the writing.
  public private(set) var problem: TranscriptProblem?

  /// A writer; `created` is when the document is made, as RFC 3339 has it.
  ///
  /// With `requiringGlyphs` a character that no font has ends the writing.
  public init(
    _ typesetter: Typesetter, creator: String, created: String, requiringGlyphs: Bool
  ) {
    self.typesetter = typesetter
    self.creator = creator
    self.created = created
    requiresGlyphs = requiringGlyphs
  }

  /// Begins the document.
  public mutating func begin(
    _ part: TranscriptPart, _ cover: TranscriptCover, into output: inout Output
  ) {
    let title = cover.fullTitle
    do throws(TypesettingProblem) {
      let document = try PDFDocument(
        typesetter, size: PDFStyles.page,
        properties: PDFProperties(title: title, creator: creator, created: created))
      pages = PDFPages(typesetter, document, head: title)
    } catch {
      problem = .format(error.description)
    }
    firstPages.removeAll(keepingCapacity: true)
    isInIndex = false
    conversationsEntry = nil
    outlineStep = (cover.conversations + Self.outlineLimit - 1) / Self.outlineLimit
  }

  /// Takes what the pages have written so far, and notes what they could not.
  private mutating func take(into output: inout Output) {
    guard let pages else { return }
    pages.document.takeBytes(into: &output)
    if problem == nil, let failure = pages.failure { problem = .format(failure.description) }
    if problem == nil, requiresGlyphs, pages.missingGlyphs > 0 {
      problem = .format(
        "--require-glyphs: page \(pages.document.page): no installed font has a character; run "
          + "\(PDFGlyphs.commands)")
    }
  }

  /// Writes the cover and its charts.
  public mutating func write(_ cover: TranscriptCover, into output: inout Output) {
    guard let pages else { return }
    PDFCover.draw(cover, on: pages)
    take(into: &output)
  }

  /// A PDF has no volumes.
  public mutating func write(_ volumes: [TranscriptVolume], into output: inout Output) {}

  /// Begins the list of conversations.
  public mutating func beginContents(into output: inout Output) {
    beginList("Contents", into: &output)
    pages?.set("The index at the end tells the pages.", PDFStyles.small)
  }

  /// Begins the list of conversations with their pages.
  public mutating func beginIndex(into output: inout Output) {
    isInIndex = true
    beginList("Index of conversations", into: &output)
  }

  private mutating func beginList(_ title: String, into output: inout Output) {
    guard let pages else { return }
    pages.breakPage()
    pages.document.addOutline(title, top: pages.y)
    pages.set(title, PDFStyles.section)
    pages.advance(6)
    take(into: &output)
  }

  /// Writes a line of the list; in the index with its page.
  public mutating func writeEntry(
    _ heading: borrowing ConversationHeading, into output: inout Output
  ) {
    guard let pages else { return }
    text.removeAll()
    PDFHeading.append(titleOf: heading, to: &text)
    text.append("   ")
    PDFHeading.append(summaryOf: heading, to: &text)
    let page = isInIndex ? Int(firstPages[heading.number - 1]) : nil
    pages.setEntry(text, PDFStyles.fact, page: page)
    take(into: &output)
  }

  /// Ends the list.
  public mutating func endContents(into output: inout Output) { take(into: &output) }

  /// Begins a conversation on a page of its own.
  public mutating func begin(
    _ heading: borrowing ConversationHeading, into output: inout Output
  ) {
    guard let pages else { return }
    pages.breakPage()
    firstPages.append(UInt32(pages.document.page))
    text.removeAll()
    PDFHeading.append(titleOf: heading, to: &text)
    if (heading.number - 1) % outlineStep == 0 {
      let top = conversationsEntry ?? pages.document.addOutline("Conversations", top: pages.y)
      conversationsEntry = top
      pages.document.addOutline(PDFHeading.title(of: heading), under: top, top: pages.y)
    }
    pages.set(text, PDFStyles.section)
    text.removeAll()
    PDFHeading.append(summaryOf: heading, to: &text)
    pages.set(text, PDFStyles.head)
    take(into: &output)
  }

  /// Begins a turn; `number` counts the turns of its conversation from 1.
  public mutating func beginTurn(_ number: Int, outcome: Outcome?, into output: inout Output) {
    guard let pages else { return }
    pages.skip(10)
    pages.need(60)
    pages.set(outcome.map { "Turn \(number): \($0.name)" } ?? "Turn \(number)", PDFStyles.turn)
  }

  /// Begins a section: its facts stand in a row.
  public mutating func begin(_ section: TurnSection, into output: inout Output) {
    text.removeAll()
    guard let title = section.title else { return }
    text.append(term: title)
  }

  /// Adds a fact to the row.
  public mutating func write(
    _ fact: TurnFact, _ content: Span<UInt8>, into output: inout Output
  ) {
    if !text.isEmpty { text.append("   ") }
    text.append(term: fact.label)
    // A term stays on the line of what it is about.
    text.append("\u{A0}")
    text.append(content)
  }

  /// Sets the row of facts.
  public mutating func end(_ section: TurnSection, into output: inout Output) {
    guard let pages else { return }
    switch section {
    case .decision, .policy, .escalation:
      pages.set(text, PDFStyles.fact, indent: 14, bar: 3)
    case .identity:
      pages.advance(2)
      pages.set(text, PDFStyles.small)
    case .heading, .citation, .usage: pages.set(text, PDFStyles.fact)
    }
    take(into: &output)
  }

  /// Sets a text as it was written.
  public mutating func write(
    _ kind: TurnText, _ content: Span<UInt8>, isJSON: Bool, into output: inout Output
  ) {
    guard let pages else { return }
    pages.skip(4)
    pages.need(30)
    text.removeAll()
    text.append(term: kind.label)
    pages.set(text, PDFStyles.label)
    text.removeAll()
    text.append(content)
    pages.set(text, isJSON ? PDFStyles.json : PDFStyles.text, indent: 10, bar: 1)
    pages.skip(4)
    take(into: &output)
  }

  /// Ends the turn.
  public mutating func endTurn(into output: inout Output) { take(into: &output) }

  /// Ends the conversation.
  public mutating func endConversation(into output: inout Output) {}

  /// Tells what no font could show, and ends the document.
  public mutating func end(into output: inout Output) {
    guard let pages else { return }
    if pages.missingGlyphs > 0 {
      pages.breakPage()
      pages.set("What could not be shown", PDFStyles.section)
      pages.set(PDFGlyphs.note(pages.missingGlyphs), PDFStyles.text)
    }
    pages.finish(into: &output)
    take(into: &output)
  }

  /// The index tells the pages.
  public static var hasIndex: Bool { true }
}

/// What is said of characters that no installed font has.
enum PDFGlyphs {
  /// What installs fonts for most of the world's writing.
  static let commands = "'apt-get install fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji'"

  static func note(_ count: Int) -> String {
    let characters = count == 1 ? "1 character is" : "\(count) characters are"
    return
      "\(characters) in none of the fonts that were installed when this document was made, and "
      + "drawn as boxes with their code points; to make it anew with them, first run \(commands)."
  }
}

extension TurnSection {
  /// What stands before its facts, where they need it.
  fileprivate var title: StaticString? {
    switch self {
    case .escalation: "Escalation"
    default: nil
    }
  }
}
