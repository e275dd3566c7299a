import Bytes
import DecisionEvent
import EventJSON

/// A conversation, or a part of one, in the order of a transcript.
struct ConversationRecord: Sendable {
  /// How many turns it has.
  let turns: Int
  /// Which part of its conversation it is, from 1; 0 for an event that belongs to none.
  let part: Int
  /// The severest outcome of its turns, or nil.
  let outcome: Outcome?
  /// Where the places of its turns begin in the order.
  fileprivate(set) var start = 0
}

/// The order in which a transcript tells conversations, each with the places of its turns.
///
/// ```
/// record  turns, part, outcome: 8 bytes each     turn  offset, count: 8 bytes each
/// ```
struct ConversationOrder: ~Copyable {
  private static let recordSize = 24
  private static let turnSize = 16

  private var spool = Spool()
  private var block = Output(capacity: 4096)

  /// Where the next record begins.
  var end: Int { spool.count }

  /// Appends a conversation.
  mutating func append(_ turns: [WaitingTurn], part: Int) throws(SystemError) {
    let outcome = turns.compactMap(\.outcome).max()
    block.removeAll()
    block.append(littleEndian: UInt64(turns.count))
    block.append(littleEndian: UInt64(part))
    block.append(littleEndian: outcome.map { UInt64($0.rawValue) + 1 } ?? 0)
    for turn in turns {
      block.append(littleEndian: UInt64(turn.offset))
      block.append(littleEndian: UInt64(turn.count))
    }
    try Self.store(block, in: &spool)
  }

  // Takes its parts one by one, as a span of one keeps the whole from being changed.
  private static func store(
    _ block: borrowing Output, in spool: inout Spool
  ) throws(SystemError) {
    _ = try spool.append(block.bytes)
  }

  /// The conversation whose record begins at `offset`, which is moved to the next one.
  mutating func next(_ offset: inout Int) throws(SystemError) -> ConversationRecord {
    try load(offset, Self.recordSize)
    var record = ConversationRecord(
      turns: word(0), part: word(1),
      outcome: word(2) == 0 ? nil : Outcome(rawValue: UInt8(word(2) - 1)))
    record.start = offset + Self.recordSize
    offset = record.start + record.turns * Self.turnSize
    return record
  }

  /// Where a turn's line stands in the spool of events.
  mutating func place(
    of turn: Int, in record: ConversationRecord
  ) throws(SystemError) -> (offset: Int, count: Int) {
    try load(record.start + turn * Self.turnSize, Self.turnSize)
    return (word(0), word(1))
  }

  private mutating func load(_ offset: Int, _ count: Int) throws(SystemError) {
    block.removeAll()
    try spool.read(from: offset, count: count, into: &block)
  }

  private func word(_ index: Int) -> Int {
    var value: UInt64 = 0
    for offset in (0..<8).reversed() {
      value = value << 8 | UInt64(block.bytes[index * 8 + offset])
    }
    return Int(value)
  }
}
