public import Bytes

extension ExportManifest {
  /// The name of the manifest of an export by a template.
  public static let fileName = Array("manifest.json".utf8)

  /// What the names of the folders begin with that exports are staged in.
  public static let stagingPrefix = Array(".kt-staging-".utf8)

  /// The name of the manifest of a single artifact.
  public static func fileName(ofArtifact name: [UInt8]) -> [UInt8] {
    name + Array(".manifest.json".utf8)
  }

  /// Why a file could not be read as a manifest.
  public enum FileProblem: Error, Equatable, Sendable {
    /// A system call failed.
    case system(SystemError)
    /// It is a manifest of kt-sink, and damaged.
    case damaged(String)
  }

  /// Reads the manifest in a file; nil where there is no file, or one of something else.
  ///
  /// - Throws: `FileProblem`: it can't be read, or is a manifest that can't be understood.
  public static func read(at path: Path) throws(FileProblem) -> ExportManifest? {
    var input = Input()
    do throws(SystemError) {
      var file = try path.openForReading()
      while try input.fill(from: &file) {}
    } catch {
      if error.isMissing { return nil }
      throw .system(error)
    }
    do throws(ManifestProblem) {
      return try ExportManifest(input.unread)
    } catch {
      // What nowhere has the mark of our manifests is somebody else's.
      guard ByteScan.contains(input.unread, "\"kt-manifest\"") else { return nil }
      throw .damaged(error.reason)
    }
  }
}
