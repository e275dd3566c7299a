import Bytes
import Stages

/// The folder that an export is made in, and the staging folder of this run in it.
struct ExportRoot: ~Copyable {
  let folder: Folder
  var staging: StagingFolder

  /// Opens or makes the folder, takes back what killed runs left there, and makes the staging
  /// folder.
  init(_ path: Path, mode: UInt32) throws(Problem) {
    do throws(SystemError) {
      let folder = try Folder(creating: path, mode: mode)
      try folder.lock()
      try StagingSweep.run(in: folder)
      let staging = try StagingFolder(in: folder)
      do throws(SystemError) {
        try folder.unlock()
      } catch {
        staging.remove(from: folder)
        throw error
      }
      self.folder = folder
      self.staging = staging
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(path.text)): \(error)")
    }
  }
}
