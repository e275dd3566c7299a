import Bytes

/// What an unfinished publication has in its staging folder, so that a later run can take it back
/// or end it.
///
/// - `0`, `1` ..: the files to be published, which get their names by links.
/// - `manifest`: the new manifest, until it gets its name, which is the commit.
/// - `old-0`, `old-1` ..: links to files of the old export that lose their names.
/// - `journal`: which names those are, each behind a number and before a NUL; written before the
///   first of them is lost.
enum PublicationJournal {
  static let manifest = Path("manifest")
  static let journal = Path("journal")
  private static let backupPrefix = Array("old-".utf8)

  static func backup(_ number: Int) -> Path { Path("old-\(number)") }

  /// Whether a name in a staging folder is that of an old file.
  static func isBackup(_ name: [UInt8]) -> Bool { name.starts(with: backupPrefix) }

  /// The journal of backups, by number.
  static func text(_ paths: [[UInt8]]) -> [UInt8] {
    paths.indices.flatMap { Array("\($0) ".utf8) + paths[$0] + [0] }
  }

  /// The paths of a journal that is whole; of one that was cut off, those that are.
  ///
  /// One that leads out of the root was written by somebody else, and becomes nothing.
  static func paths(_ text: [UInt8]) -> [[UInt8]] {
    guard let end = text.lastIndex(of: 0) else { return [] }
    return text[..<end].split(separator: 0).map { entry in
      Array(entry.drop { $0 != .space }.dropFirst())
    }.map { isInside($0) ? $0 : [] }
  }

  /// Whether a path stays below the root it is read from.
  private static func isInside(_ path: [UInt8]) -> Bool {
    let components = path.split(separator: .slash, omittingEmptySubsequences: false)
    return components.allSatisfy { !$0.isEmpty && $0 != [.dot] && $0 != [.dot, .dot] }
  }

  /// Removes the name of an old file, where it still has it.
  static func removeOld(
    _ path: [UInt8], _ number: Int, of staging: borrowing Folder, in root: borrowing Folder
  ) throws(SystemError) {
    guard !path.isEmpty else { return }
    defer { removeEmptyFolders(of: path, in: root) }
    do throws(SystemError) {
      let name = Path(bytes: Path(bytes: path).lastComponent)
      let folder = try root.parent(of: path)
      guard let old = try staging.status(of: backup(number)),
        try folder.status(of: name)?.identity == old.identity
      else { return }
      try folder.remove(name)
    } catch {
      // A folder that is not there holds nothing.
      guard error.isMissing else { throw error }
    }
  }

  /// Removes the folders of a file below the root that have become empty.
  static func removeEmptyFolders(of path: [UInt8], in root: borrowing Folder) {
    var folder = Path(bytes: path).folder
    while folder.bytes != [.dot] {
      // One that is not empty stays.
      guard let parent = try? root.parent(of: folder.bytes),
        (try? parent.removeFolder(Path(bytes: folder.lastComponent))) != nil
      else { return }
      folder = folder.folder
    }
  }

  /// Gives an old file its name again, where it has lost it.
  static func restoreOld(
    _ path: [UInt8], _ number: Int, of staging: borrowing Folder, in root: borrowing Folder
  ) throws(SystemError) {
    guard !path.isEmpty, try staging.contains(backup(number)) else { return }
    let folder = try root.parent(of: path, creating: 0o700)
    try staging.move(
      backup(number), into: folder, as: Path(bytes: Path(bytes: path).lastComponent))
    try folder.synchronize()
  }
}
