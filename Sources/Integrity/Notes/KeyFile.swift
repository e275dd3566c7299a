public import Bytes
public import Stages

/// The secrets of who exports: the key that signs, and the one that salts come from, a line each
/// (spec/integrity.md, section 2.7).
///
/// No message shows any of them.
public struct KeyFile: Sendable {
  /// The key that signs.
  public let signing: SigningKey
  /// The secret of salts, of the same name; nil in a file of another tool that only signs.
  public let salt: SaltKey?

  /// New secrets for a name.
  public init(generatingFor name: KeyName) {
    signing = SigningKey(generatingFor: name)
    salt = SaltKey(generatingFor: name)
  }

  /// The file's text, its newlines included: a secret.
  public var text: [UInt8] {
    signing.text + [.newline] + (salt.map { $0.text + [.newline] } ?? [])
  }

  /// Reads a key file, which nobody else may be able to read (mode 0600).
  ///
  /// - Throws: `usage`, without any byte of the file: not private, malformed, or no key in it.
  public init(file: Path) throws(Problem) {
    guard !file.bytes.starts(with: KeyText.signing), !file.bytes.starts(with: KeyText.salt) else {
      throw Problem(.usage, "--key-file: a key; put it into a file of mode 0600 and name that")
    }
    let bytes = try PrivateFile.contents(
      of: file, option: "--key-file", atMost: Self.maximumSize)
    try self.init(text: bytes, place: "--key-file: \(Quoting.escaped(file.text))")
  }

  /// The largest file in bytes.
  static let maximumSize = 64 << 10

  /// Reads the text of a key file; `place` begins messages.
  init(text: [UInt8], place: String) throws(Problem) {
    var signing: SigningKey?
    var salt: SaltKey?
    let lines = text.split(separator: .newline, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      // The last newline ends the last line.
      if line.isEmpty, index == lines.count - 1 { continue }
      do throws(KeyProblem) {
        if line.starts(with: KeyText.salt), salt == nil {
          salt = try SaltKey(text: Array(line))
        } else if signing == nil {
          signing = try SigningKey(text: Array(line))
        } else {
          throw .form
        }
      } catch {
        throw Problem(.usage, "\(place):\(index + 1): \(Self.reason(error))")
      }
    }
    guard let signing else {
      throw Problem(.usage, "\(place): no PRIVATE+KEY line; 'kt-hash keygen NAME' makes a key file")
    }
    if let salt, salt.name != signing.verifier.name {
      throw Problem(.usage, "\(place): the two keys have different names")
    }
    self.signing = signing
    self.salt = salt
  }

  private static func reason(_ problem: KeyProblem) -> String {
    problem == .form
      ? "expected one PRIVATE+KEY+name+identifier+key line and one KT+SALT+... line"
      : problem.reason
  }
}
