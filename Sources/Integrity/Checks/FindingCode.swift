/// What a verification can find (spec/integrity.md, section 4); the raw values are its codes.
public enum FindingCode: String, CaseIterable, Sendable {
  // What a line is, against the log.
  /// The event at an index is not what the line shows.
  case edited
  /// The line can't be read.
  case refused
  /// No line shows the event at an index.
  case removed
  /// The log knows nothing of the line.
  case inserted
  /// The line shows an event out of its order.
  case moved
  /// The line shows an event that another line shows already.
  case duplicate

  // What a text is, against its content hash.
  /// The text has another hash.
  case contentMismatch = "content-mismatch"
  /// The hash is none.
  case contentMalformed = "content-malformed"
  /// The text is masked, and its plain hash is shown.
  case contentLeak = "content-leak"

  // What a subset is, against the whole.
  /// The event is not one of the log's.
  case notInLog = "not-in-log"
  /// The receipt is for another checkpoint.
  case otherCheckpoint = "other-checkpoint"
  /// Events of a range of indexes are not shown.
  case gap
  /// A stub is of an event that the filter matches.
  case hiddenMatch = "hidden-match"
  /// Masked parts leave open whether the filter matches.
  case undecided
  /// The filter does not match an event that is shown.
  case notMatching = "not-matching"

  // What the evidence is.
  /// The leaves do not give the root that was signed.
  case rootMismatch = "root-mismatch"
  /// The manifest is not the one that the log ends with.
  case sealMismatch = "seal-mismatch"
  /// The checkpoint can't be read.
  case badCheckpoint = "bad-checkpoint"
  /// A known key did not make the signature under its name.
  case badSignature = "bad-signature"
  /// The checkpoint is of another log than the key is for.
  case originMismatch = "origin-mismatch"
  /// A stored file is not the one that the manifest names.
  case fileMismatch = "file-mismatch"

  // Why no answer can be given.
  /// No trusted key signed.
  case untrustedKey = "untrusted-key"
  /// The salt is of another export.
  case wrongSalt = "wrong-salt"
  /// Events without receipts can't be compared without the salt.
  case noSalt = "no-salt"
  /// There are neither leaves nor inclusion paths to compare with.
  case noLeaves = "no-leaves"
  /// Fewer witnesses signed than the policy asks for.
  case quorum

  /// What a finding means for the answer.
  public enum Meaning: Sendable {
    /// Something is not as it was sealed.
    case evidenceOfChange
    /// Nothing speaks against it, but too little for it.
    case cannotTell
  }

  /// What a finding of this code means for the answer.
  public var meaning: Meaning {
    switch self {
    case .untrustedKey, .wrongSalt, .noSalt, .noLeaves, .quorum: .cannotTell
    default: .evidenceOfChange
    }
  }
}
