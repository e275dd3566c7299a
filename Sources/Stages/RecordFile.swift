public import Bytes

/// A file that a run keeps a record in beside the stream, such as a log or a report.
///
/// It is made with mode 0600; one that holds something already is refused, as it may be a record of
/// an earlier run, or the wrong file.
public struct RecordFile: ~Copyable {
  private let name: String
  private let descriptor: Descriptor
  private let isFile: Bool

  /// Opens a file; `kind` is what messages call it, such as `log`.
  ///
  /// - Throws: `failure`: can't be made, is in use by another run, or holds something already.
  public init(_ path: Path, kind: String) throws(Problem) {
    let name = Quoting.escaped(path.text)
    let opened = try Self.open(path, name, kind)
    descriptor = opened
    self.name = name
    isFile = true
  }

  /// A record that people read as it is written, on standard error.
  public static var standardError: RecordFile { RecordFile(standardError: ()) }

  private init(standardError: Void) {
    name = "standard error"
    descriptor = .standardError
    isFile = false
  }

  private static func open(
    _ path: Path, _ name: String, _ kind: String
  ) throws(Problem) -> Descriptor {
    do throws(SystemError) {
      let opened = try path.openForWriting()
      // Two runs that find the file empty would write over each other.
      if try opened.status.kind == .regular { try opened.lock() }
      if try opened.status.size == 0 { return opened }
    } catch {
      if error.isInUse { throw Problem(.failure, "\(name): in use by another run") }
      throw Problem(writing: name, error)
    }
    throw Problem(.failure, "\(name): holds something already; name a new \(kind)")
  }

  /// Writes a block out and empties it.
  ///
  /// - Throws: `failure`, such as a full disk.
  public borrowing func write(_ block: inout Output) throws(Problem) {
    do throws(SystemError) {
      try block.flush(to: descriptor)
    } catch {
      discard()
      throw Problem(writing: name, error)
    }
  }

  /// Empties a file that could not be written: half a record would look like one.
  private borrowing func discard() {
    guard isFile else { return }
    do throws(SystemError) {
      if try descriptor.status.kind == .regular { try descriptor.truncate() }
    } catch {
      // The failed write is told; what can't be emptied either stays for the reader to see.
      return
    }
  }

  /// Brings everything to its disk, where it is on one.
  ///
  /// - Throws: `failure`, which is final.
  public borrowing func synchronize() throws(Problem) {
    guard isFile else { return }
    do throws(SystemError) {
      if try descriptor.status.kind == .regular { try descriptor.synchronize() }
    } catch {
      throw Problem(writing: name, error)
    }
  }
}
