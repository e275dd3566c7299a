import Bytes
import EventJSON

/// Finds values in texts and puts something else in their place.
///
/// A text that changed is looked through again until nothing changes, because what stands in a
/// value's place, or comes together around it, may be found in its turn. So a second run of
/// the same rules changes nothing.
struct TextRewriter: ~Copyable {
  /// A text that still changes after so many rounds, or has grown so many times, goes whole: its
  /// rules find what they write themselves.
  private static let roundLimit = 8
  private static let growth = 2

  var round: RewriteRound
  /// The new value, and the one of the next round.
  private(set) var result = Output(capacity: 16 * 1024)
  private var next = Output(capacity: 16 * 1024)

  /// Which hits of a text are counted.
  private let counting: RewriteRound.Counting

  /// A rewriter; where it only checks, what would stay as it is does not count.
  init(_ round: consuming RewriteRound, isCheck: Bool = false) {
    self.round = round
    counting = isCheck ? .changes : .all
  }

  /// Looks through a string or number of `line`, the value of a member named `key`; true where it
  /// changes, and then `result` is the new value, escaped and without quotes.
  mutating func rewrite(_ value: Field, of line: Span<UInt8>, key: Span<UInt8>) -> Bool {
    round.tallies.removeAll()
    round.marks.removeAll()
    round.kept.begin(value.start..<value.end)
    guard round.finds(in: value, of: line, key: key, counting: .all) else { return false }
    result.removeAll()
    guard round.splice(value, of: line, counting: counting, into: &result) else { return false }
    // What is written the first time may be much longer: a pseudonym for every letter.
    let sizeLimit = Self.growth * result.count + 4096
    for _ in 1..<Self.roundLimit where result.count <= sizeLimit {
      next.removeAll()
      if !Self.repeats(&round, on: result, key, into: &next) { return true }
      swap(&next, &result)
    }
    // Nothing is found in an empty text, whatever the rules are.
    result.removeAll()
    round.kept.removeAll()
    return true
  }

  /// One more round over what the last one wrote; whether it changed anything.
  private static func repeats(
    _ round: inout RewriteRound, on text: borrowing Output, _ key: Span<UInt8>,
    into next: inout Output
  ) -> Bool {
    let isEscaped = ByteScan.firstIndex(of: .backslash, in: text.bytes, from: 0) != nil
    let inside = Field(isEscaped ? .escapedString : .string, 0, text.count)
    guard round.finds(in: inside, of: text.bytes, key: key, counting: .changes) else {
      return false
    }
    return round.splice(inside, of: text.bytes, counting: .changes, into: &next)
  }
}
