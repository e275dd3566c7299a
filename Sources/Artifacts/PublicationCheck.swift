public import Manifests
public import Stages

/// What must be true of events that carry receipts (`_kt`) before they are published, and of the
/// checkpoint that the manifest lists (spec/integrity.md, section 6).
///
/// Receipts are another stage module's affair, and neither imports the other: a tool that has both
/// hands this to the sink as a type, so that no event goes through an existential.
public protocol PublicationCheck: ~Copyable {
  /// What it needs to know.
  associatedtype Options: Sendable

  /// A check of the events of one export.
  init(_ options: Options)

  /// Checks an event that carries a receipt, by its number in the export from 1; throws where it
  /// must not be published.
  mutating func check(_ line: Span<UInt8>, event number: Int) throws(Problem)

  /// Called once the end of the stream was read; gives the checkpoint to list, its path as it was
  /// named, and throws where it can't be read or the events can't be told to be true.
  mutating func conclude() throws(Problem) -> CheckpointEntry?

  /// Why an event can't be told to be true, once all were concluded; nil where all can.
  var doubt: Problem? { get }
}

extension Problem {
  /// The problem with what follows from it.
  func with(consequence: String) -> Problem { Problem(status, message + consequence) }
}
