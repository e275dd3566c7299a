/// Why bytes are no signed note (C2SP signed-note).
public enum NoteProblem: Error, Equatable, Sendable {
  /// Not UTF-8, or with a control character other than newline.
  case characters
  /// No blank line, or nothing behind it, or no newline at the end.
  case form
  /// A line behind the blank one that is no signature; lines count from 1 there.
  case signatureLine(Int)
  /// More than 100 signature lines.
  case tooManySignatures

  /// The reason, for messages.
  public var reason: String {
    switch self {
    case .characters: "not UTF-8, or with control characters"
    case .form: "no text, blank line and signature lines"
    case .signatureLine(let number): "line \(number) behind the blank one is no signature"
    case .tooManySignatures: "more than \(SignedNote.maximumCount) signatures"
    }
  }
}
