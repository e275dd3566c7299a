import Bytes
import DecisionEvent
import EventJSON

/// Makes the body of Elasticsearch's `_bulk` request: two lines an event, what to do and the event
/// untouched.
///
///     {"create":{"_index":"kt-events-2026-04-22","_id":"evt_001"}}
///     {"event_id":"evt_001", ...}
///
/// `create` and an `_id` that follows from the event make a body that can be sent again: what is
/// there already is answered with 409. The reply has a status for each item, and HTTP 200 says
/// nothing about them; whoever sends the body has to read them all.
///
/// Elasticsearch refuses single events that this format can't know to be refused, with status 400
/// in their item: those with a top-level member named like its own metadata (`_id`, `_index`,
/// `_source`, `_routing`, `_version` and others, which differ from version to version), those with
/// an empty member name, and those whose member is an object in one event and a string in another
/// one of the same index (`user` of shapes A and G) unless the mapping says `"dynamic":false`. The
/// event is not changed for it. With `ecs` the event becomes a document that can't clash:
/// `ECSDocument`.
struct ElasticFormat: ~Copyable, EventFormat {
  private let index: IndexWriter
  private var id: DocumentID
  private var document: ECSDocument?

  /// A format that sends events to the index of `--index`, with `--ecs` as documents of the
  /// Elastic Common Schema.
  init(_ request: FormatRequest, _ query: inout EventQuery) throws(FormatProblem) {
    let template = try IndexTemplate(request.index ?? IndexTemplate.standard)
    index = IndexWriter(template, &query)
    id = DocumentID(&query)
    document = request.usesECS ? ECSDocument(&query) : nil
  }

  mutating func write(
    _ line: Span<UInt8>, readBy reader: inout EventReader, into output: inout Output
  ) {
    let range = Skip.bounds(of: line)
    output.append(constant: "{\"create\":{\"_index\":\"")
    index.append(line, &reader, to: &output)
    output.append(constant: "\",\"_id\":")
    id.append(line, event: line.extracting(range), &reader, to: &output)
    output.append(constant: "}}\n")
    if document == nil {
      output.append(line.extracting(range))
    } else {
      document?.append(line, range, &reader, to: &output)
    }
    output.append(.newline)
  }
}

extension FormatEntry {
  /// The body of Elasticsearch's bulk request.
  static let elastic = FormatEntry(
    "elastic", "the body of Elasticsearch's _bulk request, with --ecs in its Common Schema",
    .document(mediaType: "application/x-ndjson"), options: [.index, .ecs]
  ) { request, job throws(FormatProblem) in
    try job.run { query throws(FormatProblem) in try ElasticFormat(request, &query) }
  }
}
