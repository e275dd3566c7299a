/// What a verification comes to, in one plain sentence.
///
/// It says what was compared, and of a doubt never that something was changed. The example of
/// spec/integrity.md, section 4:
/// ```
/// verified: 45 events (index 61-105) of audit.example/org/acme, size 107, signed by …+9e1d324e;
/// 81 content hashes match, 9 withheld; 45 events show masked parts
/// ```
public struct Conclusion: Sendable {
  /// The log that the events were compared with.
  public struct Log: Sendable {
    /// The log's origin, the first line of its checkpoint.
    public let origin: String
    /// How many leaves the checkpoint signs.
    public let size: Int
    /// The names of the trusted keys that signed, each with its id: `audit.example/acme+9e1d324e`.
    public let signers: [String]

    /// A log by its checkpoint.
    public init(origin: String, size: Int, signers: [String]) {
      self.origin = origin
      self.size = size
      self.signers = signers
    }
  }

  /// How many events were read, those that can't be read included.
  public var events = 0
  /// The smallest and the largest index of an event that is shown, where they are known.
  public var indexes: ClosedRange<Int>?
  /// The log, where there is a checkpoint that could be read.
  public var log: Log?
  /// How many ranges of indexes a subset leaves out.
  public var gaps = 0
  /// How many events show masked parts.
  public var maskedEvents = 0
  /// How many of them are masked whole.
  public var whollyMaskedEvents = 0
  /// Whether nothing says what stands before the first event and behind the last one.
  public var isOpenEnded = false
  /// What the content hashes are.
  public var contentHashes = ContentHashTally()
  /// What was found.
  public var findings = FindingTally()
  /// Whether the events were compared with the log.
  public var comparedWithLog = false

  /// A conclusion before anything was read.
  public init() {}

  /// What it comes to: nothing is verified that was not compared, with the log where there is one.
  public var answer: FindingTally.Answer {
    findings.answer(
      comparedAnything: log == nil ? contentHashes.compared > 0 : comparedWithLog)
  }

  /// The sentence, without a full stop; names in it are escaped for a terminal.
  public var sentence: String {
    var parts: [String] = []
    switch answer {
    case .verified: parts.append("verified: " + subject)
    case .evidenceOfChange:
      parts.append("evidence of change: " + words(.evidenceOfChange))
      if !findings.codes(meaning: .cannotTell).isEmpty { parts.append("also " + doubts) }
      parts.append(subject)
    case .cannotTell: parts += ["cannot tell: " + doubts, subject]
    }
    if let contentHashWords { parts.append(contentHashWords) }
    if gaps > 0 { parts.append("a subset with \(FindingCode.count(gaps, "gap"))") }
    if maskedEvents > 0 {
      let verb = maskedEvents == 1 ? "shows" : "show"
      let whole = whollyMaskedEvents > 0 ? ", \(whollyMaskedEvents) nothing else" : ""
      parts.append("\(FindingCode.count(maskedEvents, "event")) \(verb) masked parts\(whole)")
    }
    if isOpenEnded, answer == .verified {
      parts.append("without leaves or manifest nothing is said of what is before and behind them")
    }
    return parts.joined(separator: "; ")
  }
}
