extension FindingCode {
  /// What `number` findings of this code say, in plain words; `number` is above zero.
  func words(_ number: Int) -> String {
    func events(_ words: String) -> String { Self.count(number, "event") + " " + words }
    func lines(_ words: String) -> String { Self.count(number, "line") + " " + words }
    func hashes(_ words: String) -> String { Self.hashes(number) + " " + words }
    let isOne = number == 1
    switch self {
    case .edited: return events("edited")
    case .refused: return lines("that can't be read")
    case .removed: return events("removed")
    case .inserted: return lines("inserted")
    case .moved: return events("moved")
    case .duplicate: return lines("doubled")
    case .contentMismatch:
      return hashes(isOne ? "differs from its text" : "differ from their texts")
    case .contentMalformed: return hashes("malformed")
    case .contentLeak: return hashes(isOne ? "shown of a masked text" : "shown of masked texts")
    case .notInLog: return events("not in the log")
    case .otherCheckpoint: return events("of another checkpoint")
    case .gap: return Self.count(number, "gap") + " in the indexes"
    case .hiddenMatch: return events(isOne ? "hidden that matches" : "hidden that match")
    case .undecided: return events("masked so that the filter can't decide")
    case .notMatching:
      return events(isOne ? "shown that does not match" : "shown that do not match")
    case .fileMismatch: return Self.count(number, "file") + " not as sealed"
    default: return statement
    }
  }

  /// What a code says of the evidence as a whole, however often.
  private var statement: String {
    switch self {
    case .rootMismatch: "the leaves do not give the signed root"
    case .sealMismatch: "the manifest is not the one in the log"
    case .badCheckpoint: "the checkpoint can't be read"
    case .badSignature: "a signature is not the key's"
    case .originMismatch: "the checkpoint is of another log"
    case .untrustedKey: "no trusted key signed the checkpoint"
    case .wrongSalt: "the salt is of another export, or damaged"
    case .noSalt: "there is no salt for events without receipts"
    case .noLeaves: "there are neither leaves nor inclusion paths"
    case .quorum: "too few witnesses signed"
    default: preconditionFailure("what has a number says it")
    }
  }

  /// A number and what it counts, such as `1 event` and `2 events`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A number of content hashes.
  static func hashes(_ number: Int) -> String {
    number == 1 ? "1 content hash" : "\(number) content hashes"
  }
}
