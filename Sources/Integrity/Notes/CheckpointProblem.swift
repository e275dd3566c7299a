/// Why a text is no checkpoint (C2SP tlog-checkpoint).
public enum CheckpointProblem: Error, Equatable, Sendable {
  /// No signed note at all.
  case note(NoteProblem)
  /// Not three lines or more, none of them empty.
  case lines
  /// A size that is no decimal number below 2^63, or has zeros before it.
  case size
  /// A root that is not 32 bytes in base64.
  case root
  /// Lines behind the root, which checkpoints of this format do not have.
  case extensionLines

  /// The reason, for messages.
  public var reason: String {
    switch self {
    case .note(let problem): "no signed note: \(problem.reason)"
    case .lines: "not an origin, a size and a root, a line each"
    case .size: "the size is no plain number"
    case .root: "the root is not 32 bytes in base64"
    case .extensionLines: "lines behind the root"
    }
  }
}
