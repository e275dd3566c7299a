/// How a run ends (spec/cli.md, "Exit status").
public enum ExitStatus: Int32, Sendable {
  /// Done, every byte is out.
  case success = 0
  /// A negative answer: with `-e`, nothing matched.
  case negative = 1
  /// Usage: unknown option, bad expression.
  case usage = 2
  /// Bad input: malformed lines, an incomplete stream, truncated gzip.
  case badInput = 3
  /// Could not read, write or decide; nothing was published.
  case failure = 4
  /// A remote end refused or could not be trusted.
  case remote = 5
  /// The reader went away while SIGPIPE was ignored: said by the status alone.
  case readerGone = 141
}
