public import Stages

/// How many findings of each code there were, and what follows from them
/// (spec/integrity.md, section 4).
public struct FindingTally: Equatable, Sendable {
  /// What a verification comes to.
  public enum Answer: Equatable, Sendable {
    /// All that was to be compared was compared, and agrees.
    case verified
    /// Something is not as it was sealed.
    case evidenceOfChange
    /// Nothing speaks against it, but too little for it.
    case cannotTell

    /// The exit status that says it.
    public var exitStatus: ExitStatus {
      switch self {
      case .verified: .success
      case .evidenceOfChange: .negative
      case .cannotTell: .failure
      }
    }
  }

  private var counts = Array(repeating: 0, count: FindingCode.allCases.count)

  /// A tally of nothing yet.
  public init() {}

  /// Counts a finding of a code, or several.
  public mutating func count(_ code: FindingCode, _ times: Int = 1) {
    counts[Self.place(of: code)] += times
  }

  /// Counts all that another tally has counted.
  public mutating func add(_ other: FindingTally) {
    for place in counts.indices { counts[place] += other.counts[place] }
  }

  /// How many findings of a code there were.
  public subscript(code: FindingCode) -> Int { counts[Self.place(of: code)] }

  /// The codes of a meaning that were found, in the order of the specification's table.
  public func codes(meaning: FindingCode.Meaning) -> [FindingCode] {
    FindingCode.allCases.filter { $0.meaning == meaning && self[$0] > 0 }
  }

  /// What the findings come to: one that is evidence of change wins over all.
  ///
  /// Where nothing was compared nothing is verified.
  public func answer(comparedAnything: Bool) -> Answer {
    if !codes(meaning: .evidenceOfChange).isEmpty { return .evidenceOfChange }
    if !codes(meaning: .cannotTell).isEmpty || !comparedAnything { return .cannotTell }
    return .verified
  }

  private static func place(of code: FindingCode) -> Int {
    // A few dozen codes and one look at each finding: a search is fast enough.
    guard let place = FindingCode.allCases.firstIndex(of: code) else {
      preconditionFailure("all cases have a place")
    }
    return place
  }
}
