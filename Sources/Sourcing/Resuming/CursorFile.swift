import Bytes
import Stages

/// The file of `--cursor`, locked from its opening to the end of the run.
///
/// It is replaced as a whole: a new file beside it is written, flushed to the disk and renamed, so
/// that whenever the process or the machine stops there is the old cursor or the new one. The lock
/// is on the file that has the name; before the name goes to a new one, that is locked, too.
struct CursorFile: ~Copyable {
  private let path: Path
  private let name: Path
  private let folder: Folder
  private var descriptor: Descriptor
  /// What the file holds.
  private(set) var cursor: Cursor

  /// The most bytes that a cursor has.
  private static let maximumSize = 256 << 20

  /// Opens and reads a cursor, which is made where there is none.
  init(_ path: Path) throws(Problem) {
    let name = Path(bytes: path.lastComponent)
    let folder = try Self.perform(path) { () throws(SystemError) in
      try Folder(creating: path.folder)
    }
    var descriptor = try Self.perform(path) { () throws(SystemError) in
      let descriptor = try Self.open(name, in: folder)
      try Self.sweep(name, in: folder, at: path.folder, besides: try descriptor.status.identity)
      return descriptor
    }
    cursor = try Self.read(&descriptor, path)
    self.path = path
    self.name = name
    self.folder = folder
    self.descriptor = descriptor
  }

  /// Calls `body`, whose failure is a problem with the cursor.
  private static func perform<Result: ~Copyable>(
    _ path: Path, _ body: () throws(SystemError) -> Result
  ) throws(Problem) -> Result {
    do throws(SystemError) {
      return try body()
    } catch {
      throw problem(path, error)
    }
  }

  private static func problem(_ path: Path, _ error: SystemError) -> Problem {
    let reason = error.isInUse ? "in use by another run" : "\(error)"
    return Problem(.failure, "\(Quoting.escaped(path.text)): \(reason)")
  }

  /// What tells the file from every other one.
  var identity: [UInt64] {
    get throws(Problem) {
      do throws(SystemError) {
        return try descriptor.status.identity
      } catch {
        throw Self.problem(path, error)
      }
    }
  }

  /// The same with paths as this process sees them.
  var current: Cursor {
    cursor.seen(from: ProcessContext.workingFolder ?? cursor.folder)
  }

  /// Opens and locks the file that has the name, whoever may replace it meanwhile.
  private static func open(
    _ name: Path, in folder: borrowing Folder
  ) throws(SystemError) -> Descriptor {
    while true {
      do throws(SystemError) {
        let descriptor = try folder.openLocked(name)
        if try descriptor.status.identity == folder.identity(of: name) { return descriptor }
      } catch {
        guard error.isMissing else { throw error }
        try create(name, in: folder)
      }
    }
  }

  /// Makes a cursor of nothing; another run may be faster, which is no problem here.
  private static func create(
    _ name: Path, in folder: borrowing Folder
  ) throws(SystemError) {
    // Whoever sweeps holds the folder's lock, and so must who makes a file.
    try folder.lock()
    let staging = stagingName(of: name)
    let descriptor = try write(Cursor(), to: staging, in: folder)
    do throws(SystemError) {
      try folder.link(staging, as: name)
    } catch {
      guard error.isNameTaken else { throw error }
    }
    try folder.remove(staging)
    try folder.unlock()
    try descriptor.close()
  }

  private static func write(
    _ cursor: Cursor, to staging: Path, in folder: borrowing Folder
  ) throws(SystemError) -> Descriptor {
    var text = Output(capacity: 4096)
    cursor.write(into: &text)
    let descriptor = try folder.createLocked(staging, mode: 0o600)
    do throws(SystemError) {
      try descriptor.writeAll(text.bytes)
      try descriptor.synchronize()
    } catch {
      // What stays behind is swept by the next run; the first problem is told.
      try? folder.remove(staging)
      throw error
    }
    return descriptor
  }

  /// Replaces what the file holds, durably.
  mutating func save(_ cursor: Cursor) throws(Problem) {
    do throws(SystemError) {
      let staging = Self.stagingName(of: name)
      var replacement = try Self.write(cursor, to: staging, in: folder)
      do throws(SystemError) {
        try folder.rename(staging, to: name)
      } catch {
        // As above.
        try? folder.remove(staging)
        throw error
      }
      // The old file's lock goes with it, once the new one is in its place.
      swap(&descriptor, &replacement)
      try folder.synchronize()
    } catch {
      throw Self.problem(path, error)
    }
    self.cursor = cursor
  }

  private static func prefix(of name: Path) -> [UInt8] {
    // Names have at most 255 bytes; a long one is told apart by its beginning.
    [.dot] + name.bytes.prefix(200) + Array(".kt-cursor-".utf8)
  }

  private static func stagingName(of name: Path) -> Path {
    var generator = SystemRandomNumberGenerator()
    let digits = (0..<8).map { _ in UInt8.random(in: 0...255, using: &generator) }
    return Path(bytes: prefix(of: name) + Array(digits.hexadecimal.utf8))
  }

  /// Removes what killed runs left: staging files that nobody has locked, and second names of the
  /// cursor, which this run has locked.
  private static func sweep(
    _ name: Path, in folder: borrowing Folder, at path: Path, besides identity: [UInt64]
  ) throws(SystemError) {
    try folder.lock()
    let prefix = prefix(of: name)
    for found in try path.names()
    where found.starts(with: prefix) && found.count == prefix.count + 16 {
      let found = Path(bytes: found)
      // A name that can't be opened or removed is no staging file, and harms nobody.
      if (try? folder.identity(of: found)) == identity {
        try? folder.remove(found)
      } else {
        _ = try? folder.removeIfUnlocked(found)
      }
    }
    try folder.unlock()
  }

  private static func read(
    _ descriptor: inout Descriptor, _ path: Path
  ) throws(Problem) -> Cursor {
    var input = Input(capacity: 64 * 1024)
    do throws(SystemError) {
      while input.unread.count <= maximumSize, try input.fill(from: &descriptor) {}
    } catch {
      throw problem(path, error)
    }
    do throws(Cursor.Malformed) {
      guard input.unread.count <= maximumSize else {
        throw Cursor.Malformed(reason: "more than \(maximumSize) bytes")
      }
      return try Cursor.parse(input.unread)
    } catch {
      throw Problem(
        .failure,
        "\(Quoting.escaped(path.text)): not a cursor: \(error.reason); restore it, or remove it to "
          + "read everything from the beginning")
    }
  }
}
