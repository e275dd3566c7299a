public import Bytes
import Stages

/// The folder that the volumes of a document go into.
public struct VolumeFolder: Sendable {
  /// Where it is.
  let path: Path

  /// A folder that is not there yet, or has nothing in it.
  public init(_ path: Path) { self.path = path }

  /// Makes it, before anything is read; one that holds something is not taken.
  func create() throws(Problem) {
    do throws(SystemError) {
      _ = try Folder(creating: path)
      if try path.names().isEmpty { return }
    } catch {
      throw Problem(writing: Quoting.escaped(path.text), error)
    }
    throw Problem(
      .failure, "\(Quoting.escaped(path.text)): holds something already; name a new folder")
  }
}

/// Writes the volumes of a document: each file new, with mode 0600, and on its disk before the next
/// one begins.
struct VolumeWriter: ~Copyable {
  private let name: String
  private let folder: Folder
  private var written: [Path] = []
  private var block = Output()

  init(_ place: VolumeFolder) throws(Problem) {
    name = Quoting.escaped(place.path.text)
    do throws(SystemError) {
      folder = try Folder(creating: place.path)
    } catch {
      throw Problem(writing: Quoting.escaped(place.path.text), error)
    }
  }

  /// Writes a file, as long as `fill` answers that there is more.
  mutating func write(
    _ file: String, _ fill: (inout Output) throws(Problem) -> Bool
  ) throws(Problem) {
    let path = Path(file)
    let descriptor: Descriptor
    do throws(SystemError) {
      descriptor = try folder.createLocked(path, mode: 0o600)
    } catch {
      throw Problem(writing: "\(name)/\(file)", error)
    }
    written.append(path)
    while true {
      let isMore = try fill(&block)
      do throws(SystemError) {
        try block.flush(to: descriptor)
        if isMore { continue }
        try descriptor.synchronize()
        return try descriptor.close()
      } catch {
        throw Problem(writing: "\(name)/\(file)", error)
      }
    }
  }

  /// Brings the names of all files to the disk.
  func finish() throws(Problem) {
    do throws(SystemError) {
      try folder.synchronize()
    } catch {
      throw Problem(writing: name, error)
    }
  }

  /// Removes what was written: half a document is of no use.
  func removeAll() {
    // The first problem is told; a file that stays has no index beside it.
    for path in written { try? folder.remove(path) }
  }
}
