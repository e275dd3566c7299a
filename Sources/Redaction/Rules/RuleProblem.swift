public import Stages

/// Why a rule can't be taken, as an option, a policy file or a word list spells it.
public struct RuleProblem: Error, Equatable, Sendable {
  /// The sentence for a message.
  public let reason: String
  /// What it is about; shown of options only, since a policy may be the wrong file.
  public let subject: String?

  /// A problem with `subject`.
  public init(_ reason: String, about subject: String? = nil) {
    self.reason = reason
    self.subject = subject
  }

  /// A usage error of an option, which quotes what was given.
  public func problem(of option: String) -> Problem {
    let subject = subject.map { "\(Quoting.quoted($0)): " } ?? ""
    return Problem(.usage, "\(option): \(subject)\(reason)")
  }

  /// A usage error of a file's member, or line, which quotes nothing of it.
  public func problem(in place: String) -> Problem {
    Problem(.usage, "\(place): \(reason)")
  }
}

extension Problem {
  /// Calls `body`, whose problem is one of an option.
  public static func ofOption<Result>(
    _ option: String, _ body: () throws(RuleProblem) -> Result
  ) throws(Problem) -> Result {
    do throws(RuleProblem) {
      return try body()
    } catch {
      throw error.problem(of: option)
    }
  }
}
