import Bytes
import DecisionEvent
import Digests
import EventJSON

/// Gives each event the `_id` under which Elasticsearch keeps it, the same one each time the event
/// is sent: a second `create` is answered with 409 and changes nothing.
///
/// It is the event's id, a string or a number as it is spelled, of 1 to 512 bytes (the limit of
/// Elasticsearch). Where there is no such id, or one that UTF-8 can't write, it is the SHA-256 of
/// the event's canonical form (kt-canon/1), so that another spelling of the same event has the
/// same `_id`; of an event that has none, of its bytes. Within an index two events of one id are
/// one document: the first that came stays.
struct DocumentID: ~Copyable {
  private static let maximumLength = 512

  private let id: Operand
  private var canonical = CanonicalForm()
  private var scratch = Output(capacity: 4096)

  /// Asks the query for the event's id.
  init(_ query: inout EventQuery) { id = query.operand(.id) }

  /// Appends the `_id` of the event that `reader` has just scanned, as a JSON string.
  mutating func append(
    _ line: Span<UInt8>, event: Span<UInt8>, _ reader: inout EventReader,
    to output: inout Output
  ) {
    let isThere = reader.anyValue(of: id, in: line) { kind, text in
      guard kind == .string || kind == .number, !text.isEmpty,
        text.count <= Self.maximumLength, !StringEscapes.hasLoneSurrogate(text)
      else { return false }
      StringEscapes.encode(text, into: &output)
      return true
    }
    if !isThere { appendDigest(of: event, to: &output) }
  }

  private mutating func appendDigest(of event: Span<UInt8>, to output: inout Output) {
    scratch.removeAll()
    do throws(CanonicalRefusal) {
      try canonical.append(event: event, to: &scratch)
    } catch {
      // Doubled members, halves of surrogate pairs, 1e400: such an event is only itself as it
      // stands there.
      scratch.removeAll()
      scratch.append(event)
    }
    var digest = StreamDigest()
    digest.update(scratch.bytes)
    output.append(.quote)
    digest.append(hexadecimalTo: &output)
    output.append(.quote)
  }
}
