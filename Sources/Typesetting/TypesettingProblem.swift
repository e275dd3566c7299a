/// Why pages can't be set.
public enum TypesettingProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// A library is not installed.
  case missing(library: String)
  /// A library lacks a function, being older than what is needed.
  case outdated(library: String, function: String)
  /// Cairo failed, in its own words, such as `out of memory`.
  case failed(reason: String)

  /// What is wrong and what to do about it.
  public var description: String {
    switch self {
    case .missing(let library):
      """
      \(library), which sets the pages of a PDF, is not installed: run \
      \(LibraryNames.commands), or use --to html
      """
    case .outdated(let library, let function):
      """
      \(library) lacks \(function): pages of a PDF need cairo 1.16 and pango 1.44 or newer; run \
      \(LibraryNames.commands), or use --to html
      """
    case .failed(let reason): "setting pages failed: \(reason)"
    }
  }
}
