import Bytes

/// The names that every export by a template has in its root.
enum ExportNames {
  /// The manifest, without which there is no export.
  static let manifest = Array("manifest.json".utf8)
  /// The sums of the artifacts, as sha256sum reads them.
  static let sums = Array("SHA256SUMS".utf8)

  /// Whether an artifact may not have this name, as what tells of artifacts has it.
  static func isReserved(_ name: [UInt8]) -> Bool {
    name == sums || ManifestNames.isManifest(name)
  }
}

extension Folder {
  /// The folder that `path`, below this one, is in; each folder on the way is opened without
  /// following links.
  ///
  /// - Parameter mode: the mode of folders that are made where they are missing, or nil where they
  ///   must be there.
  borrowing func parent(
    of path: [UInt8], creating mode: UInt32? = nil
  ) throws(SystemError) -> Folder {
    var current = try folder(Path("."))
    for component in path.split(separator: .slash).dropLast() {
      // Paths come from files, too: none leads out.
      guard component != [.dot], component != [.dot, .dot] else { throw .invalid("open") }
      let name = Path(bytes: Array(component))
      if let mode { _ = try current.makeFolder(name, mode: mode) }
      current = try current.folder(name)
    }
    return current
  }
}
