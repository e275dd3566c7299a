import Bytes
import Foundation
import Stages
import TestSupport
import Testing

@testable import Checking

@Suite struct ExpectedIDsTests {
  @Test func linesAreIDsOnce() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "x", count: 300_000)
    try Data("a\n \n#b\n\(long)\nlast one".utf8).write(to: folder.url.appendingPathComponent("ids"))
    var ids = try ExpectedIDs(Path(folder.path("ids")))
    #expect(ids.count == 4 && ids.missingCount == 4)
    func meet(_ text: String) -> Bool {
      let bytes = Array(text.utf8)
      return ids.meet(ids.digest(of: bytes.span))
    }
    #expect(meet("last one") && meet("#b") && meet("a") && meet("a") && !meet("b"))
    #expect(ids.missingCount == 1)
    #expect(ids.missing(atMost: 10).map(\.isCut) == [true])
  }

  @Test func aFileThatCanNotBeReadIsAUsageError() {
    let expected = Problem(.usage, "--expect-ids: /nowhere: open: No such file or directory")
    #expect(throws: expected) { try ExpectedIDs(Path("/nowhere")) }
  }
}
