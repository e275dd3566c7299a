import Bytes
import DecisionEvent
import EventJSON

/// The outcome of an event, or the verdict of a policy, as text: the canonical word, else the word as it is spelled.
enum OutcomeText {
  /// Appends it, spelled for its place; `none` where the event has none.
  static func append(
    _ outcome: (known: Outcome?, word: Field)?, of line: Span<UInt8>,
    _ reader: inout EventReader, _ spelling: TextSpelling, into output: inout Output
  ) {
    guard let outcome else { return output.append(constant: "none") }
    if let known = outcome.known { return output.append(known.name) }
    _ = reader.anyText(of: outcome.word, in: line) { text in
      spelling.append(text, into: &output)
      return true
    }
  }
}
