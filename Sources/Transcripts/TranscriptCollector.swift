import Bytes
import DecisionEvent
import Digests
import EventJSON

/// Takes events in, counts them, and puts them into the order in which they are told.
struct TranscriptCollector: ~Copyable {
  private let conversation: Operand
  private var figures: TranscriptFigures
  private var digest = StreamDigest()
  private let key = DigestKey()
  private var events = Spool()
  private var order = ConversationOrder()
  private var window: ConversationWindow
  private var parts = ConversationParts()
  private var group: [WaitingTurn] = []
  private var lastTime = Timestamp(seconds: 0)
  private var sequence = 0
  /// How many conversations, and parts of them, there are.
  private(set) var conversations = 0
  /// Whether a conversation was told in parts.
  private(set) var hasParts = false

  init(_ request: TranscriptRequest, _ query: inout EventQuery) {
    conversation = query.operand(.conversation)
    _ = query.operand(.outcome)
    figures = TranscriptFigures(&query)
    window = ConversationWindow(limit: request.window)
  }

  /// Forgets all events.
  mutating func removeAll() {
    figures.removeAll()
    digest = StreamDigest()
    events = Spool()
    order = ConversationOrder()
    window = ConversationWindow(limit: window.limit)
    parts = ConversationParts()
    (lastTime, sequence, conversations, hasParts) = (Timestamp(seconds: 0), 0, 0, false)
  }

  /// The figures of all events.
  var totals: TranscriptTotals {
    TranscriptTotals(
      totals: figures.totals, charts: figures.charts, conversations: conversations,
      hasParts: hasParts, digest: hexadecimalDigest)
  }

  private var hexadecimalDigest: String {
    var output = Output(capacity: 64)
    digest.append(hexadecimalTo: &output)
    return String(copying: output.bytes)
  }

  /// Where the order ends.
  var orderEnd: Int { order.end }

  /// Takes in the event that `reader` has just scanned.
  mutating func add(
    _ line: Span<UInt8>, readBy reader: inout EventReader
  ) throws(SystemError) {
    lastTime = figures.add(line, readBy: &reader) ?? lastTime
    note(line)
    if window.isFull { try closeEarliest() }
    let offset = try events.append(line)
    window.add(
      WaitingTurn(
        offset: offset, count: line.count, time: lastTime, sequence: sequence,
        conversation: identity(line, &reader), outcome: reader.outcome(in: line)?.known))
    sequence += 1
  }

  /// Adds the line, and the newline that ends it in a file, to the digest of all events.
  private mutating func note(_ line: Span<UInt8>) {
    digest.update(line)
    let end: [UInt8] = [.newline]
    digest.update(end.span)
  }

  private func identity(_ line: Span<UInt8>, _ reader: inout EventReader) -> Digest128? {
    var found: Digest128?
    _ = reader.anyValue(of: conversation, in: line) { kind, text in
      if kind != .null, !text.isEmpty { found = key.digest(of: text) }
      return true
    }
    return found
  }

  /// Puts all events that still wait into the order.
  mutating func conclude() throws(SystemError) {
    repeat { try closeEarliest() } while !group.isEmpty
  }

  private mutating func closeEarliest() throws(SystemError) {
    window.takeEarliest(into: &group)
    guard let first = group.first else { return }
    let part = first.conversation.map { parts.next(of: $0) } ?? 0
    if part > 1 { hasParts = true }
    conversations += 1
    try order.append(group, part: part)
  }

  /// The volumes of about so many events each: a conversation is not cut, so that one that is longer
  /// has a volume of its own.
  mutating func volumes(of size: Int) throws(SystemError) -> [TranscriptVolume] {
    var bounds: [(start: Int, end: Int, first: Int, next: Int, events: Int)] = []
    var offset = 0
    var number = 1
    while offset < order.end {
      let start = offset
      let turns = try order.next(&offset).turns
      if let last = bounds.last, last.events + turns <= size {
        bounds[bounds.count - 1] = (last.start, offset, last.first, number + 1, last.events + turns)
      } else {
        bounds.append((start, offset, number, number + 1, turns))
      }
      number += 1
    }
    return bounds.enumerated().map { index, bound in
      TranscriptVolume(
        number: index + 1, count: bounds.count, conversations: bound.first..<bound.next,
        events: bound.events, records: bound.start..<bound.end)
    }
  }

  /// The record at `offset`, which is moved to the next one.
  mutating func nextRecord(_ offset: inout Int) throws(SystemError) -> ConversationRecord {
    try order.next(&offset)
  }

  /// Puts the line of a turn into a block.
  mutating func read(
    turn: Int, of record: ConversationRecord, into line: inout Output
  ) throws(SystemError) {
    let place = try order.place(of: turn, in: record)
    line.removeAll()
    try events.read(from: place.offset, count: place.count, into: &line)
  }
}
