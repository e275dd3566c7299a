import DecisionEvent

/// What is told of a conversation in its heading, in the lists and in the outline.
enum PDFHeading {
  /// How many characters of an id the outline has.
  private static let longestTitle = 60

  /// Appends what it is called.
  static func append(
    titleOf heading: borrowing ConversationHeading, to text: inout PDFText
  ) {
    text.append(heading.part == 0 ? "Event " : "Conversation ")
    let name = heading.part == 0 ? heading.event : heading.identifier
    text.append(name.span)
    if heading.part > 1 { text.append(", part \(heading.part)") }
  }

  /// Appends when it was, who spoke, how many turns it has, and how it ended.
  static func append(
    summaryOf heading: borrowing ConversationHeading, to text: inout PDFText
  ) {
    for fact in [heading.time, heading.team, heading.user] where !fact.isEmpty {
      text.append(fact.span)
      text.append(" \u{B7} ")
    }
    text.append(heading.turns == 1 ? "1 turn" : "\(heading.turns) turns")
    if let outcome = heading.outcome, outcome != .allowed { text.append(", \(outcome.name)") }
  }

  /// The title for the outline, cut where it is long.
  static func title(of heading: borrowing ConversationHeading) -> String {
    let name = heading.part == 0 ? heading.event : heading.identifier
    var shown = PDFText()
    shown.append(name.span.extracting(first: 4 * longestTitle))
    let text = shown.string
    let part = heading.part > 1 ? ", part \(heading.part)" : ""
    return (text.count > longestTitle ? text.prefix(longestTitle) + "\u{2026}" : text) + part
  }
}
