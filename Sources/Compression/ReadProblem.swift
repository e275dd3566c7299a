public import Bytes

/// Why a source could not be read on.
public enum ReadProblem: Error, Equatable, Sendable {
  /// A system call failed.
  case system(SystemError)
  /// The bytes are no whole gzip stream; the sentence says why.
  case corrupt(String)
}
