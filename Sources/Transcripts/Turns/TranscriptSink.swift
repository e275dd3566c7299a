public import Bytes
public import DecisionEvent

/// A conversation's heading: what is told of it before its turns.
public struct ConversationHeading: Sendable {
  /// Its number in the transcript, from 1.
  public let number: Int
  /// Its id as it is spelled; empty for an event that belongs to none.
  public let identifier: [UInt8]
  /// Which part of it this is, from 1; 0 for an event that belongs to none.
  public let part: Int
  /// How many turns are told here.
  public let turns: Int
  /// The severest outcome of the turns, or nil.
  public let outcome: Outcome?
  /// The first turn's event id, time, user and team; empty where they are not told.
  public let event, time, user, team: [UInt8]
}

/// What one volume of a transcript holds.
public struct TranscriptVolume: Sendable {
  /// Its number, from 1.
  public let number: Int
  /// How many volumes there are.
  public let count: Int
  /// The numbers of its conversations.
  public let conversations: Range<Int>
  /// How many events it tells.
  public let events: Int
  /// Where the records of its conversations begin and end in the order.
  let records: Range<Int>
}

/// What a document of a transcript tells.
public enum TranscriptPart: Sendable {
  /// Everything.
  case whole
  /// The cover, and where everything else stands.
  case index
  /// Some of the conversations.
  case volume(TranscriptVolume)
}

/// Writes a transcript in one format, as it is handed over piece by piece.
///
/// The order is: `begin`, the cover, the contents, then conversations with their turns, and in these
/// sections and texts, an index that is written as the contents are, `end`. Texts are UTF-8 in which
/// half a surrogate pair has the three bytes that its number would have.
public protocol TranscriptSink: ~Copyable {
  /// What went wrong, where the format can't be written.
  var problem: TranscriptProblem? { get }
  /// Whether the list of conversations stands at the end once more, now that their pages are known.
  static var hasIndex: Bool { get }

  /// Begins a document.
  mutating func begin(_ part: TranscriptPart, _ cover: TranscriptCover, into output: inout Output)
  /// Writes what is told of the whole: where it comes from, its counts and charts.
  mutating func write(_ cover: TranscriptCover, into output: inout Output)
  /// Writes the list of volumes.
  mutating func write(_ volumes: [TranscriptVolume], into output: inout Output)

  /// Begins the list of conversations.
  mutating func beginContents(into output: inout Output)
  /// Writes a line of that list.
  mutating func writeEntry(_ heading: borrowing ConversationHeading, into output: inout Output)
  /// Ends the list.
  mutating func endContents(into output: inout Output)

  /// Begins a conversation.
  mutating func begin(_ heading: borrowing ConversationHeading, into output: inout Output)
  /// Begins the `number`th turn of the conversation, from 1.
  mutating func beginTurn(_ number: Int, outcome: Outcome?, into output: inout Output)
  /// Begins a section of the turn.
  mutating func begin(_ section: TurnSection, into output: inout Output)
  /// Writes a fact of the section that is open.
  mutating func write(_ fact: TurnFact, _ text: Span<UInt8>, into output: inout Output)
  /// Ends the section.
  mutating func end(_ section: TurnSection, into output: inout Output)
  /// Writes a text of the turn; where it was not one in the event, it is its JSON.
  mutating func write(
    _ text: TurnText, _ content: Span<UInt8>, isJSON: Bool, into output: inout Output)
  /// Ends the turn.
  mutating func endTurn(into output: inout Output)
  /// Ends the conversation.
  mutating func endConversation(into output: inout Output)

  /// Begins the list of conversations at the end.
  mutating func beginIndex(into output: inout Output)

  /// Ends the document.
  mutating func end(into output: inout Output)
}

extension TranscriptSink where Self: ~Copyable {
  /// Most formats can write everything.
  public var problem: TranscriptProblem? { nil }

  /// Most formats have no pages.
  public static var hasIndex: Bool { false }

  /// Most formats have no index.
  public mutating func beginIndex(into output: inout Output) {}
}

/// What ended the writing of a transcript.
public enum TranscriptProblem: Error, Sendable {
  /// The temporary file of the events could not be written or read.
  case spool(SystemError)
  /// The format could not be written; the reason as a sentence for a message.
  case format(String)
}
