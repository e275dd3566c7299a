import Bytes
import DecisionEvent

/// What is told of a conversation in its heading and in the contents.
enum HTMLHeading {
  /// Appends what it is called.
  static func appendTitle(
    _ heading: borrowing ConversationHeading, into output: inout Output
  ) {
    let name = heading.part == 0 ? heading.event : heading.identifier
    guard !name.isEmpty else { return output.append("Event without an id") }
    output.append(heading.part == 0 ? "Event <bdi>" : "Conversation <bdi>")
    HTMLText.appendMarked(name.span, into: &output)
    output.append("</bdi>")
    if heading.part > 1 { output.append(", part \(heading.part)") }
  }

  /// Appends when it was, who spoke, how many turns it has, and how it ended.
  static func appendSummary(
    _ heading: borrowing ConversationHeading, into output: inout Output
  ) {
    for text in [heading.time, heading.team, heading.user] where !text.isEmpty {
      output.append("<bdi>")
      HTMLText.appendMarked(text.span, into: &output)
      output.append("</bdi> · ")
    }
    output.append(heading.turns == 1 ? "1 turn" : "\(heading.turns) turns")
    if let outcome = heading.outcome, outcome != .allowed {
      output.append(" <span class=\"badge \(outcome.name)\">\(outcome.name)</span>")
    }
  }
}
