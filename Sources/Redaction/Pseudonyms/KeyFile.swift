public import Bytes
public import Stages

/// Makes keys, and the files that hold them: `kt-redact keygen`.
public enum KeyFile {
  /// A line with a new key of 32 random bytes from the system, its newline included.
  ///
  /// `identifier` is 2 to 8 letters or digits; nil is `k1`.
  ///
  /// - Throws: `usage` for any other identifier.
  public static func newLine(identifier: String?) throws(Problem) -> [UInt8] {
    let identifier = identifier ?? "k1"
    try check(identifier)
    return line(identifier)
  }

  private static func line(_ identifier: String) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    let secret = (0..<KeyText.keySize).map { _ in UInt8.random(in: 0...255, using: &generator) }
    return Array("\(identifier):".utf8) + KeyText.spelled(secret) + [.newline]
  }

  private static func check(_ identifier: String) throws(Problem) {
    guard KeyRing.isIdentifier(Array(identifier.utf8)[...]) else {
      throw RuleProblem("an identifier is 2 to 8 letters or digits", about: identifier)
        .problem(of: "--kid")
    }
  }

  /// Makes a file with a new key, which must not be there: mode 0600, whatever the umask.
  public static func create(_ file: Path, identifier: String?) throws(Problem) {
    let text = try newLine(identifier: identifier)
    let name = Quoting.escaped(file.text)
    do throws(SystemError) {
      let folder = try Folder(opening: file.folder)
      try folder.create(Path(bytes: file.lastComponent), mode: 0o600, content: text.span)
      try folder.synchronize()
    } catch {
      guard error.isNameTaken else { throw Problem(.failure, "\(name): \(error)") }
      throw Problem(
        .failure, "\(name): is there; --rotate puts a new key in front of those that it has")
    }
  }
}

extension KeyFile {
  /// Puts a new key in front of those of a file, all of it or nothing.
  ///
  /// `identifier` must be new; nil is `k` and the first number that no key has. The folder's lock
  /// keeps two rotations from losing a key of each other.
  public static func rotate(_ file: Path, identifier: String?) throws(Problem) {
    let shown = Quoting.escaped(file.text)
    let name = Path(bytes: file.lastComponent)
    let folder = try perform(shown) { () throws(SystemError) in
      let folder = try Folder(opening: file.folder)
      try folder.lock()
      return folder
    }
    let (bytes, isPrivate) = try perform(shown) { () throws(SystemError) in
      var descriptor = try folder.open(name)
      return (
        try descriptor.contents(atMost: RuleFile.maximumSize), try descriptor.status.isPrivate
      )
    }
    guard isPrivate, let bytes else {
      throw Problem(.usage, "\(shown): \(PrivateFile.advice(shown))")
    }
    let keys = try KeyRing(text: bytes, place: shown).keys.map(\.identifier)
    let identifier = try unused(identifier, among: keys)
    try perform(shown) { () throws(SystemError) in
      let text = line(identifier) + bytes
      try folder.replace(name, mode: 0o600, content: text.span)
      try folder.synchronize()
    }
  }

  /// Calls `body`, whose failure is a problem with the file.
  private static func perform<Result: ~Copyable>(
    _ shown: String, _ body: () throws(SystemError) -> Result
  ) throws(Problem) -> Result {
    do throws(SystemError) {
      return try body()
    } catch {
      throw Problem(.failure, "\(shown): \(error)")
    }
  }

  private static func unused(
    _ identifier: String?, among keys: [String]
  ) throws(Problem) -> String {
    guard let identifier else {
      var number = keys.count + 1
      while keys.contains("k\(number)") { number += 1 }
      return "k\(number)"
    }
    try check(identifier)
    guard !keys.contains(identifier) else {
      throw RuleProblem("a key of the file has it; choose another one", about: identifier)
        .problem(of: "--kid")
    }
    return identifier
  }
}
