import Bytes
import DecisionEvent
import EventJSON
import TestSupport

@testable import Transcripts

/// Writes a line for whatever it is handed, for tests of what hands it over.
struct RecordingSink: ~Copyable, TranscriptSink {
  var problem: TranscriptProblem?

  mutating func begin(_ part: TranscriptPart, _ cover: TranscriptCover, into output: inout Output) {
    switch part {
    case .whole: output.append("document\n")
    case .index: output.append("index\n")
    case .volume(let volume): output.append("volume \(volume.number) of \(volume.count)\n")
    }
  }

  mutating func write(_ cover: TranscriptCover, into output: inout Output) {
    output.append("cover of \(cover.facts[0].text)\n")
  }

  mutating func write(_ volumes: [TranscriptVolume], into output: inout Output) {
    for volume in volumes { output.append("\(volume.conversations): \(volume.events) events\n") }
  }

  mutating func beginContents(into output: inout Output) { output.append("contents\n") }

  mutating func writeEntry(_ heading: borrowing ConversationHeading, into output: inout Output) {
    output.append("- ")
    append(heading, into: &output)
  }

  mutating func endContents(into output: inout Output) { output.append("end of contents\n") }

  mutating func begin(_ heading: borrowing ConversationHeading, into output: inout Output) {
    append(heading, into: &output)
  }

  private func append(_ heading: borrowing ConversationHeading, into output: inout Output) {
    output.append("\(heading.number) ")
    for text in [heading.identifier, heading.event, heading.time, heading.user, heading.team] {
      output.append(text.span)
      output.append("|")
    }
    output.append("part \(heading.part) turns \(heading.turns) ")
    output.append("\(heading.outcome?.name ?? "-")\n")
  }

  mutating func beginTurn(_ number: Int, outcome: Outcome?, into output: inout Output) {
    output.append("turn \(number) \(outcome?.name ?? "-")\n")
  }

  mutating func begin(_ section: TurnSection, into output: inout Output) {
    output.append("\(section):")
  }

  mutating func write(_ fact: TurnFact, _ text: Span<UInt8>, into output: inout Output) {
    // Its bytes follow from all others.
    guard fact != .digest else { return output.append(" digest") }
    output.append(" \(fact)=")
    output.append(text)
  }

  mutating func end(_ section: TurnSection, into output: inout Output) { output.append("\n") }

  mutating func write(
    _ text: TurnText, _ content: Span<UInt8>, isJSON: Bool, into output: inout Output
  ) {
    output.append("\(text)\(isJSON ? " as JSON" : ""): ")
    output.append(content)
    output.append("\n")
  }

  mutating func endTurn(into output: inout Output) { output.append("end of turn\n") }
  mutating func endConversation(into output: inout Output) { output.append("end\n") }
  mutating func end(into output: inout Output) { output.append("end of document\n") }
}

/// What a transcript of events writes: the whole of it, or with volumes all of its parts.
func transcript<Sink: TranscriptSink & ~Copyable>(
  of events: [String], _ request: TranscriptRequest = TranscriptRequest(),
  stages: String = "", isFramed: Bool = false, writing sink: consuming Sink
) throws -> [String] {
  var query = EventQuery(EventDictionary())
  var transcript = Transcript(request, &query, writing: sink)
  var reader = query.makeReader()
  for event in events {
    let line = Array(event.utf8)
    try reader.scan(line.span)
    try transcript.add(line.span, readBy: &reader)
  }
  try transcript.conclude(stages: Array(stages.utf8), isFramed: isFramed, isPartial: false)
  let parts: [TranscriptPart] =
    request.volumeEvents == nil
    ? [.whole] : transcript.volumes.map { .volume($0) } + [.index]
  return try parts.map { part in
    var output = Output(capacity: 64)
    transcript.begin(part)
    while try transcript.writeMore(readBy: &reader, into: &output) {}
    return text(output.bytes)
  }
}

/// What a recording sink is told of events, line by line.
func told(
  _ events: [String], _ request: TranscriptRequest = TranscriptRequest()
) throws -> [String] {
  try transcript(of: events, request, writing: RecordingSink())
    .flatMap { $0.split(separator: "\n").map(String.init) }
}

/// The page of events.
func page(
  of events: [String], _ request: TranscriptRequest = TranscriptRequest(), stages: String = "",
  isFramed: Bool = false
) throws -> String {
  try transcript(
    of: events, request, stages: stages, isFramed: isFramed, writing: HTMLTranscript())[0]
}
