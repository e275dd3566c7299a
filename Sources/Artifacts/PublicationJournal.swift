import Bytes

/// What an unfinished publication has in its staging folder, so that a later run can take it back.
///
/// - `manifest`: the new manifest, until it gets its name; what has it is not yet published.
/// - `old-0`, `old-1` ..: links to files of the old export that lose their names.
/// - `journal`: which names those are, each behind a number and before a NUL; written before the
///   first of them is lost.
enum PublicationJournal {
  static let manifest = Path("manifest")
  static let journal = Path("journal")

  static func backup(_ number: Int) -> Path { Path("old-\(number)") }

  /// The journal of backups, by number.
  static func text(_ paths: [[UInt8]]) -> [UInt8] {
    paths.indices.flatMap { Array("\($0) ".utf8) + paths[$0] + [0] }
  }

  /// The paths of a journal that is whole; of one that was cut off, those that are.
  static func paths(_ text: [UInt8]) -> [[UInt8]] {
    guard let end = text.lastIndex(of: 0) else { return [] }
    return text[..<end].split(separator: 0).map { entry in
      Array(entry.drop { $0 != .space }.dropFirst())
    }
  }
}
