import Bytes
import Stages

/// What a check failed at: an event, or whatever else it counts.
struct Offender: Equatable, Sendable {
  /// The most bytes of a text that are kept.
  static let maximumText = 256

  /// The id as it reads, which may hold lone surrogates as `StringEscapes.decode` gives them; nil
  /// where it has none.
  var text: [UInt8]?
  /// Whether the text goes on.
  var isCut = false
  /// Where the event stands, or nil for what stands nowhere.
  var place: Place?

  /// Whether it is what an event should have had, and none has.
  var isMissing = false
  /// Of a conversation, the first turns that are missing.
  var missingTurns: [Int] = []

  /// An event at `place`, named by what `text` is set to.
  init(at place: Place?) { self.place = place }

  /// An id that no event has.
  init(_ text: Span<UInt8>) { set(text) }

  /// Keeps the beginning of a text, cut between two characters.
  mutating func set(_ text: Span<UInt8>) {
    var end = min(text.count, Self.maximumText)
    isCut = end < text.count
    while isCut, end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    let kept = text.extracting(0..<end)
    self.text = Array(copying: kept)
  }
}
