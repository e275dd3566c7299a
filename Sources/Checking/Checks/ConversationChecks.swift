import Bytes
import DecisionEvent
import Digests

/// Asks of conversations whose turns are numbered that none is missing between the first and last,
/// and that all numbers are whole ones.
///
/// A conversation is counted once, however many of its events are wrong: the first one whose number
/// can't be read stands for it.
///
/// Turns may come in any order, and several events have one. A turn takes 32 to 64 bytes, a
/// conversation about 120 and the bytes of its id; streams without numbers take nothing.
struct ConversationChecks: ~Copyable {
  /// What is known of the turns of one conversation.
  private struct Turns {
    let digest: Digest128
    /// The lowest and the highest number, the latter lower as long as there is none.
    var first = 0, last = -1
    /// How many different ones there are.
    var count = 0
    /// Whether one is no whole number.
    var isUnreadable = false
    /// Where the conversation's id ends in `names`.
    let nameEnd: Int

    var missing: Int { last - first + 1 - count }
  }

  private let conversation, turn: Operand
  private let key = DigestKey()
  private var conversations = DigestTable()
  private var seen = DigestTable()
  private var turns: [Turns] = []
  private var names: [UInt8] = []
  private var block = Output(capacity: 32)

  init(_ query: inout EventQuery) {
    conversation = query.operand(.conversation)
    turn = query.turnNumber()
  }

  /// Judges the event that `reader` has just scanned; one without conversation or turn says nothing.
  mutating func judge(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ judgement: inout Judgement
  ) {
    guard let field = reader.scalar(of: turn), let digest = conversation(line, &reader) else {
      return
    }
    var number: Int?
    _ = reader.anyText(of: field, in: line) { text in
      number = Self.wholeNumber(text)
      return true
    }
    let index = index(of: digest, line, &reader)
    guard let number else {
      judgement.find(.unreadableTurn, unless: turns[index].isUnreadable)
      turns[index].isUnreadable = true
      return
    }
    let isFirst = turns[index].count == 0
    if seen.insert(self.digest(of: number, in: digest), 0) == nil { turns[index].count += 1 }
    turns[index].first = isFirst ? number : min(turns[index].first, number)
    turns[index].last = isFirst ? number : max(turns[index].last, number)
  }

  /// What the event's conversation is found by, or nil where it has none.
  private func conversation(
    _ line: Span<UInt8>, _ reader: inout EventReader
  ) -> Digest128? {
    var digest: Digest128?
    _ = reader.anyValue(of: conversation, in: line) { _, text in
      if FilledText.isFilled(text) { digest = key.digest(of: text) }
      return true
    }
    return digest
  }

  /// The number of the conversation with this digest, a new one where it was not seen before.
  private mutating func index(
    of digest: Digest128, _ line: Span<UInt8>, _ reader: inout EventReader
  ) -> Int {
    if let index = conversations.insert(digest, UInt64(turns.count)) { return Int(index) }
    _ = reader.anyValue(of: conversation, in: line) { _, text in
      for offset in 0..<min(text.count, Offender.maximumText + 1) { names.append(text[offset]) }
      return true
    }
    turns.append(Turns(digest: digest, nameEnd: names.count))
    return turns.count - 1
  }

  private mutating func digest(of turn: Int, in conversation: Digest128) -> Digest128 {
    block.removeAll()
    block.append(conversation)
    block.append(littleEndian: UInt64(bitPattern: Int64(turn)))
    return key.digest(of: block.bytes)
  }

  /// The value of a whole number of at most 18 digits, or nil.
  private static func wholeNumber(_ text: Span<UInt8>) -> Int? {
    let start = text.count > 0 && text[0] == .minus ? 1 : 0
    guard text.count > start, text.count - start <= 18 else { return nil }
    var value = 0
    for offset in start..<text.count {
      guard text[offset].isDigit else { return nil }
      value = value * 10 + Int(text[offset] - .zero)
    }
    return start == 0 ? value : -value
  }

  /// Tells which conversations miss turns.
  mutating func conclude(_ ledger: inout Ledger) {
    ledger.set(turns.count, askedBy: .conversations)
    let all = turns.count { $0.missing > 0 }
    // The others have failed already.
    let holed = turns.indices.filter { turns[$0].missing > 0 && !turns[$0].isUnreadable }
    var first: [Offender] = []
    for index in holed.prefix(Ledger.maximumOffenders) {
      let start = index == 0 ? 0 : turns[index - 1].nameEnd
      var offender = Offender(names.span.extracting(start..<turns[index].nameEnd))
      offender.missingTurns = missing(from: turns[index])
      first.append(offender)
    }
    ledger.add(all, .missingTurn, failing: holed.count, first)
  }

  /// The first turns that a conversation misses; it has `count`, so that they are soon found.
  private mutating func missing(from turns: Turns) -> [Int] {
    var missing: [Int] = []
    var number = turns.first
    while number < turns.last, missing.count < Ledger.maximumOffenders {
      if !seen.contains(digest(of: number, in: turns.digest)) { missing.append(number) }
      number += 1
    }
    return missing
  }
}
