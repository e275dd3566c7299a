import Stages

/// How syslog messages are told apart in a stream (RFC 6587, section 3.4).
enum SyslogFraming: String, CaseIterable, Sendable {
  /// Each message has its length before it, so that it may hold anything.
  case octetCounting = "octet-counting"
  /// Each message ends with a newline.
  case newline

  /// The framing that `--framing` names, or octet counting where it is not given.
  init(option: String?) throws(FormatProblem) {
    guard let option else {
      self = .octetCounting
      return
    }
    guard let framing = SyslogFraming(rawValue: option) else {
      let names = Self.allCases.map(\.rawValue).joined(separator: " or ")
      throw FormatProblem("--framing: \(Quoting.quoted(option)) is not \(names)")
    }
    self = framing
  }
}
