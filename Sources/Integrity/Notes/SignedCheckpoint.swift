/// A checkpoint with its signatures: the file `checkpoint` of an export (spec/integrity.md,
/// section 2.7).
public struct SignedCheckpoint: Equatable, Sendable {
  /// The note as it is stored.
  public private(set) var note: SignedNote
  /// What its text says.
  public let checkpoint: Checkpoint

  /// Reads the file, in which no line may follow the root.
  ///
  /// Nothing is verified yet.
  ///
  /// - Throws: `note`, `extensionLines`, or what is wrong with the text.
  public init(parsing bytes: [UInt8]) throws(CheckpointProblem) {
    let note: SignedNote
    do throws(NoteProblem) {
      note = try SignedNote(parsing: bytes)
    } catch {
      throw .note(error)
    }
    checkpoint = try Checkpoint(text: note.text)
    guard !checkpoint.hasExtensionLines else { throw .extensionLines }
    self.note = note
  }

  /// Signs a checkpoint.
  ///
  /// - Throws: `extensionLines`, or `note` where the origin can't stand in one.
  public init(_ checkpoint: Checkpoint, signedWith key: SigningKey) throws(CheckpointProblem) {
    guard !checkpoint.hasExtensionLines else { throw .extensionLines }
    do throws(NoteProblem) {
      note = try SignedNote(text: checkpoint.text)
    } catch {
      throw .note(error)
    }
    self.checkpoint = checkpoint
    _ = note.sign(with: key)
  }

  /// Adds a key's signature and says whether that was new, as for the rotation of keys.
  public mutating func sign(with key: SigningKey) -> Bool { note.sign(with: key) }

  /// The file's bytes.
  public var bytes: [UInt8] { note.bytes }
}
