public import Bytes
import Compression
public import Stages

/// The folder NAME.kt that holds the evidence of an export (spec/integrity.md, section 2.8).
///
///     part.leaves  part.json              what one process committed
///     leaves  manifest.json  salt         the log of the export, its seal, its secret
///     checkpoint                          written last: without it there is no export
public struct ExportFolder: Sendable {
  /// Where it is.
  public let path: Path

  /// The folder at a path.
  public init(_ path: Path) { self.path = path }

  /// A file of the folder.
  public enum File: String, Sendable {
    case leaves
    case manifest = "manifest.json"
    case checkpoint
    case salt
    case partLeaves = "part.leaves"
    case partRecord = "part.json"

    /// The file's name.
    public var name: Path { Path(rawValue) }
  }

  /// The path of a file in it.
  public func path(of file: File) -> Path { path.appending(file.name.bytes) }

  /// Documents of the folder are small; a larger one is none of ours.
  private static let maximumDocument = 64 << 20

  /// Reads a file whole; nil where it is not there.
  public func read(_ file: File) throws(Problem) -> [UInt8]? {
    do throws(SystemError) {
      _ = try path(of: file).status()
    } catch {
      if error.isMissing { return nil }
      throw problem(file, "\(error)")
    }
    return try Self.contents(of: path(of: file))
  }

  /// Reads a file whole that must be there.
  public func require(_ file: File) throws(Problem) -> [UInt8] {
    guard let bytes = try read(file) else { throw problem(file, "is not there") }
    return bytes
  }

  /// The checkpoint's file where a folder of evidence is named, or else the file itself.
  ///
  /// - Throws: `failure` where nothing can be found at the path.
  public static func checkpointFile(_ path: Path) throws(Problem) -> Path {
    do throws(SystemError) {
      guard try path.status().kind == .folder else { return path }
      return ExportFolder(path).path(of: .checkpoint)
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(path.text)): \(error)")
    }
  }

  /// What a small file of evidence holds, which must be there.
  static func contents(of file: Path) throws(Problem) -> [UInt8] {
    do throws(SystemError) {
      var descriptor = try file.openForReading()
      if let bytes = try descriptor.contents(atMost: maximumDocument) { return bytes }
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(file.text)): \(error)")
    }
    throw Problem(.failure, "\(Quoting.escaped(file.text)): more than 64 MiB")
  }

  /// A problem with a file of the folder that keeps the run from deciding anything.
  public func problem(_ file: File, _ reason: String) -> Problem {
    Problem(.failure, "\(Quoting.escaped(path(of: file).text)): \(reason)")
  }
}

extension ExportFolder {
  /// Makes the folder where it is missing, for its owner only, and locks it for one run at a time.
  ///
  /// One that has a checkpoint already is refused.
  func openForWriting() throws(Problem) -> Folder {
    var isSealed = false
    do throws(SystemError) {
      let folder = try Folder(creating: path)
      try folder.lock()
      isSealed = try folder.contains(File.checkpoint.name)
      if !isSealed { return folder }
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(path.text)): \(error)")
    }
    throw problem(.checkpoint, "the export is sealed; name a new folder")
  }
}
