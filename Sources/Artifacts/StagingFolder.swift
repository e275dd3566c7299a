import Bytes
import Digests
import Manifests

/// A folder of its own inside an export's root, for files that have no name yet.
///
/// Its name begins with a dot and ends with random digits, and it is locked while it is in use, so
/// that a later run can tell what a killed one left. Its files are named by numbers, which a
/// signal's handler can spell.
struct StagingFolder: ~Copyable {
  let name: Path
  let folder: Folder
  /// How many files were made.
  private(set) var count = 0

  /// What the names of all staging folders begin with.
  static let prefix = ExportManifest.stagingPrefix

  /// Whether a name is that of a staging folder.
  static func isStaging(_ name: [UInt8]) -> Bool {
    name.starts(with: prefix) && name.count == prefix.count + 16
  }

  /// Makes the folder in `root`, whose lock the caller holds.
  init(in root: borrowing Folder) throws(SystemError) {
    let name = Path(bytes: Self.prefix + Array(StagedFile.randomDigits().utf8))
    // A signal between making and noting the folder would leave it behind.
    folder = try SignalCleanup.withSignalsBlocked { () throws(SystemError) -> Folder in
      guard try root.makeFolder(name, mode: 0o700) else { throw .exists("mkdir") }
      do throws(SystemError) {
        return try Self.open(name, in: root)
      } catch {
        // It is empty and of no use; the first problem is told.
        try? root.removeFolder(name)
        throw error
      }
    }
    self.name = name
  }

  private static func open(
    _ name: Path, in root: borrowing Folder
  ) throws(SystemError) -> Folder {
    let folder = try root.folder(name)
    guard try folder.lockIfFree() else { throw .exists("lock") }
    SignalCleanup.register(folder: folder, name, in: root)
    return folder
  }

  /// The name of a file by its number.
  static func fileName(_ number: Int) -> Path { Path(String(number)) }

  /// Makes the next file, whose number is `count` until then, with exactly this mode.
  mutating func makeFile(mode: UInt32) throws(SystemError) -> Descriptor {
    SignalCleanup.noteFiles(count + 1)
    let file = try folder.createLocked(Self.fileName(count), mode: mode)
    count += 1
    return file
  }

  /// Makes a small file whole and durable, and reads it back; gives its number.
  mutating func makeFile(
    of content: Span<UInt8>, mode: UInt32
  ) throws(SystemError) -> Int {
    let number = count
    let file = try makeFile(mode: mode)
    try file.writeAll(content)
    try file.synchronize()
    try file.close()
    let stored = try StoredContent.read(Self.fileName(number), in: folder)
    guard stored == StoredContent(of: content) else { throw .inputOutput("read back") }
    return number
  }

  /// Gives a file below `other` the next number, too; a link is not followed.
  mutating func link(_ path: [UInt8], below other: borrowing Folder) throws(SystemError) {
    let parent = try other.parent(of: path)
    let name = Path(bytes: Path(bytes: path).lastComponent)
    SignalCleanup.noteFiles(count + 1)
    try parent.link(name, into: folder, as: Self.fileName(count))
    count += 1
  }

  /// Removes all files and the folder itself.
  func remove(from root: borrowing Folder) {
    // What can't be removed is swept by the next run, which tells where it can't either.
    for number in 0..<count { try? folder.remove(Self.fileName(number)) }
    try? root.removeFolder(name)
    SignalCleanup.forgetFolder()
  }
}
