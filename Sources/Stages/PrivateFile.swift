public import Bytes

/// Files of secrets, which nobody else may be able to read (spec/cli.md, "Security rules").
public enum PrivateFile {
  /// The bytes of a small file that the option names; no message shows any of them.
  ///
  /// - Parameter limit: how many bytes it may have.
  /// - Throws: `usage`: can't be read, longer than that, or readable by others.
  public static func contents(
    of file: Path, option: String, atMost limit: Int
  ) throws(Problem) -> [UInt8] {
    guard file.bytes != [.minus] else {
      throw Problem(.usage, "\(option): standard input has the events; use /dev/fd/N for a pipe")
    }
    let name = Quoting.escaped(file.text)
    let (isPrivate, bytes) = try read(file, limit, "\(option): \(name)")
    guard isPrivate else { throw Problem(.usage, "\(option): \(name): \(advice(name))") }
    guard let bytes else { throw Problem(.usage, "\(option): \(name): more than \(limit) bytes") }
    return bytes
  }

  private static func read(
    _ file: Path, _ limit: Int, _ place: String
  ) throws(Problem) -> (isPrivate: Bool, bytes: [UInt8]?) {
    do throws(SystemError) {
      var descriptor = try file.openForReading()
      guard try descriptor.status.isPrivate else { return (false, nil) }
      return (true, try descriptor.contents(atMost: limit))
    } catch {
      throw Problem(.usage, "\(place): \(error)")
    }
  }

  /// What to do about a file that others could read or change; `name` is escaped.
  public static func advice(_ name: String) -> String {
    "others may read it, or it is not yours: a key file is yours alone (chmod 600 \(name))"
  }
}
