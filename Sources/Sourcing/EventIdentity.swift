import Bytes
import DecisionEvent
import Digests
import EventJSON

/// Makes digests of events: of their ids, and of their bytes.
struct EventIdentity: ~Copyable {
  private let id: Operand
  private let textKey: DigestKey
  private let numberKey: DigestKey
  private let contentKey: DigestKey
  private var scratch = Output(capacity: 4096)

  /// Digests by a key; the id is read through the query's dictionary.
  init(_ query: inout EventQuery, key: DigestKey) {
    id = query.operand(.id)
    textKey = key.derived(for: "id")
    numberKey = key.derived(for: "id that is no string")
    contentKey = key.derived(for: "content")
  }

  /// The digest of the event's id, or nil where it has none; an empty string is none.
  mutating func ofID(
    _ line: Span<UInt8>, readBy reader: inout EventReader
  ) -> Digest128? {
    var digest: Digest128?
    let (textKey, numberKey) = (textKey, numberKey)
    _ = reader.anyValue(of: id, in: line) { kind, text in
      if !text.isEmpty { digest = (kind == .string ? textKey : numberKey).digest(of: text) }
      return true
    }
    return digest
  }

  /// The digest of the event's bytes, without white space around it and without line breaks,
  /// which are not written.
  mutating func ofContent(_ line: Span<UInt8>) -> Digest128 {
    var start = 0
    var end = line.count
    while start < end, line[start] <= .space { start += 1 }
    while start < end, line[end - 1] <= .space { end -= 1 }
    let event = line.extracting(start..<end)
    guard ByteScan.firstIndex(of: .newline, in: event, from: 0) != nil else {
      return contentKey.digest(of: event)
    }
    scratch.removeAll()
    for offset in 0..<event.count
    where event[offset] != .newline && event[offset] != .carriageReturn {
      scratch.append(event[offset])
    }
    return contentKey.digest(of: scratch.bytes)
  }

  /// The offset where the id stands, for messages.
  func offsetOfID(readBy reader: borrowing EventReader) -> Int {
    guard let field = reader.scalar(of: id) else { return 0 }
    return field.isString ? field.start - 1 : field.start
  }
}
