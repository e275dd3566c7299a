import Digests

/// Which conversations were begun before, so that what comes later of one is told as its second
/// part.
///
/// A table of a fixed size: of two conversations that fall on one place the later one is known. A
/// conversation that was forgotten begins again with part 1.
struct ConversationParts {
  private static let bits = 15
  private var known: [Digest128?]
  private var counts: [UInt32]

  init() {
    known = Array(repeating: nil, count: 1 << Self.bits)
    counts = Array(repeating: 0, count: 1 << Self.bits)
  }

  /// The number of the next part of a conversation, from 1.
  mutating func next(of conversation: Digest128) -> Int {
    let place = Int(conversation.first >> UInt64(64 - Self.bits))
    if known[place] != conversation {
      known[place] = conversation
      counts[place] = 0
    }
    counts[place] &+= 1
    return Int(counts[place])
  }
}
