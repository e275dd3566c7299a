public import Bytes
public import Stages

extension TrustPolicy {
  /// The trust that `--trust` asks for: a verifier key itself, or a file that holds one or is a
  /// policy (C2SP tlog-policy).
  ///
  /// - Throws: `usage`: neither a key nor a file of one, or a key that is secret.
  public init(argument: Path) throws(Problem) {
    let key: VerifierKey
    do throws(KeyProblem) {
      key = try VerifierKey(text: argument.bytes)
    } catch {
      // What has the form of a key is told as one, and not shown; the rest is a file's name.
      switch error {
      case .secret, .identifier, .algorithm: throw Problem(.usage, "--trust: \(error.reason)")
      case .form, .name, .size: self = try TrustPolicy(file: argument)
      }
      return
    }
    try self.init(alone: key, place: "--trust")
  }

  /// Reads a file that holds a verifier key, or a policy.
  ///
  /// - Throws: `usage`: can't be read, too long, or the line that is wrong.
  public init(file: Path) throws(Problem) {
    let name = Quoting.escaped(file.text)
    let bytes: [UInt8]?
    do throws(SystemError) {
      var descriptor = try file.openForReading()
      bytes = try descriptor.contents(atMost: Self.maximumSize)
    } catch {
      throw Problem(.usage, "--trust: \(name): \(error)")
    }
    guard let bytes else { throw Problem(.usage, "--trust: \(name): no policy: too long") }
    try self.init(text: bytes, place: "--trust: \(name)")
  }

  /// The largest file in bytes.
  static let maximumSize = 1 << 20

  /// Reads a key, or else a policy; `place` begins messages.
  init(text: [UInt8], place: String) throws(Problem) {
    let words = text.split { PolicyText.isBlank($0) || $0 == .newline }
    if words.count == 1, !text.contains(UInt8(ascii: "#")) {
      let key: VerifierKey
      do throws(KeyProblem) {
        key = try VerifierKey(text: Array(words[0]))
      } catch {
        throw Problem(.usage, "\(place): \(error.reason)")
      }
      try self.init(alone: key, place: place)
    } else {
      self = try PolicyText.policy(text, place: place)
    }
  }

  private init(alone key: VerifierKey, place: String) throws(Problem) {
    guard key.algorithm == .ed25519 else {
      throw Problem(
        .usage, "\(place): the key of a witness; a policy file names it beside the log's key")
    }
    self.init(key)
  }
}
