import Bytes
import Foundation
import Stages
import TestSupport
import Testing

@Suite struct RecordFileTests {
  private func block(_ text: String) -> Output {
    var block = Output(capacity: 16)
    block.append(text)
    return block
  }

  @Test func newRecordHoldsWhatWasWrittenAndIsItsOwnersOnly() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("log")
    let record = try RecordFile(Path(path), kind: "log")
    let (one, two) = ("one\n", "two\n")
    for text in [one, two] {
      var block = block(text)
      try record.write(&block)
      let left = block.count
      #expect(left == 0)
    }
    try record.synchronize()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == one + two)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func fileThatHoldsSomethingIsNamedAndLeftAlone() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("events.jsonl")
    try Data("{}\n".utf8).write(to: URL(fileURLWithPath: path))
    do throws(Problem) {
      _ = try RecordFile(Path(path), kind: "log")
      Issue.record("a record over other content was begun")
    } catch {
      #expect(error.status == .failure)
      #expect(error.message == "\(path): holds something already; name a new log")
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "{}\n")
  }
}
