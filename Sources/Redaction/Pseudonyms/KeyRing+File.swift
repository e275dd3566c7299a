public import Bytes
public import Stages

// Key files: one `kid:key` a line, the newest first (spec/redaction.md, section 6). No message
// shows any of a key.
extension KeyRing {

  /// Reads a key file, which nobody else may be able to read.
  ///
  /// - Throws: `usage`, without any byte of the file: not private, or the line that is wrong.
  public init(file: Path) throws(Problem) {
    let bytes = try PrivateFile.contents(
      of: file, option: "--key-file", atMost: RuleFile.maximumSize)
    try self.init(text: bytes, place: "--key-file: \(Quoting.escaped(file.text))")
  }

  /// Reads the text of a key file; blank lines and those that begin with `#` say nothing.
  init(text: [UInt8], place: String) throws(Problem) {
    var keys: [Key] = []
    var number = 0
    for line in text.split(separator: .newline, omittingEmptySubsequences: false) {
      number += 1
      let line = RuleText.trimmed(line)
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      do throws(RuleProblem) {
        let key = try Self.key(line)
        guard !keys.contains(where: { $0.identifier == key.identifier }) else {
          throw RuleProblem("an identifier that an earlier line has")
        }
        keys.append(key)
      } catch {
        throw error.problem(in: "\(place):\(number)")
      }
    }
    guard !keys.isEmpty else {
      throw Problem(.usage, "\(place): no key; 'kt-redact keygen' makes one")
    }
    self.init(keys)
  }

  private static func key(_ line: ArraySlice<UInt8>) throws(RuleProblem) -> Key {
    guard let colon = line.firstIndex(of: .colon) else {
      throw RuleProblem("expected identifier:key")
    }
    guard isIdentifier(line[..<colon]) else {
      throw RuleProblem("an identifier is 2 to 8 letters or digits")
    }
    guard let secret = KeyText.key(line[(colon + 1)...]) else {
      throw RuleProblem("a key is 32 bytes in base64, base64url or hexadecimal")
    }
    return Key(identifier: String(decoding: line[..<colon], as: UTF8.self), secret: secret)
  }

  /// Whether a text can name a key.
  static func isIdentifier(_ text: ArraySlice<UInt8>) -> Bool {
    (2...8).contains(text.count) && text.allSatisfy { $0.isLetter || $0.isDigit }
  }

  /// Checks the identifier of `--also-kid`: that of another key than the newest one.
  ///
  /// - Throws: `usage` where no older key has it.
  public func checkAlso(_ identifier: String) throws(Problem) {
    let others = keys.dropFirst().map(\.identifier)
    guard !others.contains(identifier) else { return }
    let reason =
      identifier == current.identifier
      ? "the newest key's, whose tokens are written anyway"
      : "no key of the file has this identifier"
    throw RuleProblem(reason, about: identifier).problem(of: "--also-kid")
  }
}
