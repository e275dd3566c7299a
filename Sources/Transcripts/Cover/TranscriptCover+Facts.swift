import DecisionEvent
import Totals

/// What is known of all events of a transcript.
struct TranscriptTotals {
  let totals: GroupTotals
  let charts: [BarChart]
  /// How many conversations there are, each part of one counted.
  let conversations: Int
  /// Whether a conversation was told in parts.
  let hasParts: Bool
  /// The SHA-256 of the events, a line each.
  let digest: String
}

extension TranscriptCover {
  /// The cover of a transcript that has no events yet.
  init(_ request: TranscriptRequest) {
    self.init(
      title: request.title, exportID: request.exportID, conversations: 0, facts: [], notes: [],
      histories: [],
      charts: [])
  }

  /// The cover of a transcript that has all of its events.
  init(
    _ request: TranscriptRequest, _ known: TranscriptTotals, histories: [StageHistory],
    isFramed: Bool, isPartial: Bool
  ) {
    self.init(
      title: request.title, exportID: request.exportID, conversations: known.conversations,
      facts: Self.counts(known) + Self.origin(request, known, isFramed: isFramed, isPartial),
      notes: Self.notes(request, known, isFramed: isFramed, isPartial),
      histories: request.manifests + histories,
      charts: known.charts)
  }

  private static func counts(_ known: TranscriptTotals) -> [Line] {
    let totals = known.totals
    var lines = [
      Line("Events", "\(totals.events)"),
      Line(known.hasParts ? "Conversations and parts" : "Conversations", "\(known.conversations)"),
    ]
    if let first = totals.first { lines.append(Line("First event", first.description)) }
    if let last = totals.last { lines.append(Line("Last event", last.description)) }
    for (label, sum) in [
      ("Tokens in", totals.inputTokens), ("Tokens out", totals.outputTokens), ("Cost", totals.cost),
    ] where sum.value != nil {
      lines.append(Line(label, sum.text))
    }
    if totals.notSummed > 0 {
      lines.append(
        Line("Not summed", "\(totals.notSummed) values that are no numbers, or too long"))
    }
    return lines
  }

  private static func origin(
    _ request: TranscriptRequest, _ known: TranscriptTotals, isFramed: Bool, _ isPartial: Bool
  ) -> [Line] {
    var lines = [Line("Complete", completeness(isFramed: isFramed, isPartial))]
    if let checkpoint = request.checkpoint {
      lines.append(Line("Checkpoint", "\(checkpoint.origin), \(checkpoint.size) entries"))
      lines.append(Line("Root of the log", checkpoint.root))
    }
    lines.append(Line("SHA-256 of the events", known.digest))
    lines.append(Line("Made", request.createdAt))
    lines.append(Line("Made by", request.tool))
    return lines
  }

  private static func completeness(isFramed: Bool, _ isPartial: Bool) -> String {
    if isPartial { return "no: malformed lines were left out" }
    return isFramed
      ? "yes: every tool has counted the events, and the stream ended as complete"
      : "not known: the events came without a frame"
  }

  private static func notes(
    _ request: TranscriptRequest, _ known: TranscriptTotals, isFramed: Bool, _ isPartial: Bool
  ) -> [String] {
    var notes = [
      "The SHA-256 of the events is that of the JSON lines that this document was made of, as "
        + "sha256sum prints it for a file of them. This document is for reading: those lines are "
        + "the evidence."
    ]
    if request.checkpoint != nil {
      notes.append(
        "The checkpoint is shown as it was given; kt-hash verify compares it with events.")
    }
    if known.hasParts {
      notes.append(
        "Turns of a conversation that came more than \(request.window) "
          + "\(request.window == 1 ? "event" : "events") apart stand in parts of their own.")
    }
    return notes
  }
}
