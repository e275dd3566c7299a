import Bytes
import DecisionEvent
import Foundation
import Stages
import TestSupport
import Testing

@testable import Sourcing

@Suite struct CursorFileTests {
  /// Opens a cursor; a process that another test is just starting has its descriptor, and so its
  /// lock, until it runs its program.
  private func open(_ path: Path) throws -> CursorFile {
    for _ in 0..<500 {
      do throws(Problem) {
        return try CursorFile(path)
      } catch {
        guard error.message.hasSuffix("in use by another run") else { throw error }
        usleep(10_000)
      }
    }
    return try CursorFile(path)
  }

  @Test func whatIsSavedIsThereForTheNextRun() throws {
    let folder = try TemporaryFolder()
    let path = Path(folder.path("new/cursor"))
    var saved = Cursor()
    do {
      var file = try open(path)
      #expect(file.cursor.entries == [] && file.cursor.latest == nil)
      saved = file.cursor
      for second in 1...3 {
        saved.latest = Timestamp(seconds: Int64(second))
        try file.save(saved)
        #expect(file.cursor == saved)
      }
    }
    let file = try open(path)
    #expect(file.cursor == saved)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("new"))
    #expect(names == ["cursor"])
  }

  @Test func cursorIsLockedBeforeAndAfterItIsSaved() throws {
    let folder = try TemporaryFolder()
    let path = Path(folder.path("cursor"))
    var file = try CursorFile(path)
    func isLocked() -> Bool {
      do {
        _ = try CursorFile(path)
        return false
      } catch {
        return error.message.hasSuffix("in use by another run") && error.status == .failure
      }
    }
    #expect(isLocked())
    try file.save(Cursor())
    #expect(isLocked())
    _ = consume file
    _ = try open(path)
  }
}
