public import Bytes

/// Why a source could not be read on.
public enum ReadProblem: Error, Equatable, Sendable {
  /// A system call failed.
  case system(SystemError)
  /// The bytes are no whole compressed stream; the sentence says why.
  case corrupt(String)
  /// What it takes to decode them is not installed; the sentence says what.
  case unavailable(String)
}
