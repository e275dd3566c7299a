import Stages

/// What a law or a standard wants to see, in terms of checks: which must hold, and what each one
/// serves.
///
/// A check that holds is evidence for an article or control; it never proves that it is met.
public struct Profile: Sendable {
  /// An article or control that a check serves.
  struct Reference: Equatable, Sendable {
    /// Its number, such as `Art. 12(1)`.
    let reference: String
    /// Its short title.
    let title: String
  }

  /// What is said of a check.
  struct Entry: Equatable, Sendable {
    /// Whether the check must hold.
    var isRequired = false
    /// What it serves.
    var references: [Reference] = []
  }

  /// The name in `--profile`.
  let name: String
  /// The law's or standard's name.
  let title: String
  /// What a reader must know of it.
  let note: String
  let entries: [Check: Entry]

  /// What must hold.
  public var requirement: Requirement {
    .checks(Set(entries.filter { $0.value.isRequired }.keys))
  }

  /// The profiles that every executable has, by name, each as the text of its file in
  /// pipelines/profiles.
  static let builtIn: [(name: String, text: StaticString)] = [
    ("soc2", soc2), ("eu-ai-act", euAIAct), ("hipaa", hipaa),
  ]
}
