import Bytes
import Compression
import Stages

// Which files are open: never more than the limit, the one unused for the longest time closed first.
extension ExportWriter {
  /// Notes that an artifact's file is open.
  mutating func noteOpen(_ artifact: StagedArtifact) {
    useCount += 1
    artifact.lastUse = useCount
    open.append(artifact)
  }

  /// Closes files until one more may be opened.
  private mutating func makeRoomForFile() throws(Problem) {
    while open.count >= openLimit { try closeLeastUsed() }
  }

  /// Opens an artifact's file again, for a further member.
  mutating func reopen(_ artifact: StagedArtifact) throws(Problem) {
    let name = StagingFolder.fileName(artifact.number)
    let file = try obtainFile(for: artifact.path) { staging throws(SystemError) in
      try staging.folder.openForAppending(name)
    }
    artifact.reopen(file)
    noteOpen(artifact)
  }

  private mutating func closeLeastUsed() throws(Problem) {
    guard let artifact = open.min(by: { $0.lastUse < $1.lastUse }) else { return }
    open.removeAll { $0 === artifact }
    while artifact.blocksUnderway > 0 { try takeOldest() }
    do throws(SystemError) {
      try artifact.close()
    } catch {
      throw problem(artifact.path, error)
    }
  }

  /// Ends an artifact's content and closes its file.
  mutating func end(_ artifact: StagedArtifact) throws(Problem) {
    if !artifact.isOpen { try reopen(artifact) }
    open.removeAll { $0 === artifact }
    do throws(SystemError) {
      try artifact.end()
    } catch {
      throw problem(artifact.path, error)
    }
  }

  /// Makes the file of a new artifact.
  mutating func makeFile(for path: [UInt8]) throws(Problem) -> Descriptor {
    let mode = options.mode
    return try obtainFile(for: path) { staging throws(SystemError) in
      try staging.makeFile(mode: mode)
    }
  }

  /// Opens a file, closing others where the process may not have so many open.
  private mutating func obtainFile(
    for path: [UInt8], _ open: (inout StagingFolder) throws(SystemError) -> Descriptor
  ) throws(Problem) -> Descriptor {
    try makeRoomForFile()
    while true {
      do throws(SystemError) {
        return try open(&staging)
      } catch {
        guard error.isOutOfDescriptors, self.open.count > 1 else { throw problem(path, error) }
        while !pipeline.isEmpty { try takeOldest() }
        // A few more are left to whoever else needs one.
        openLimit = max(1, self.open.count - 4)
        try makeRoomForFile()
      }
    }
  }
}
