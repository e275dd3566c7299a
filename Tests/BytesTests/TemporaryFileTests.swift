import TestSupport
import Testing

@testable import Bytes

@Suite struct TemporaryFileTests {
  @Test func whatWasAppendedIsReadFromAnywhere() throws {
    var file = try TemporaryFile()
    var block = Output()
    for text in ["first ", "second ", "third"] {
      block.append(text)
      try file.append(&block)
      #expect(block.count == 0)
    }
    #expect(file.count == 18)
    try file.read(from: 6, count: 6, into: &block)
    try file.read(from: 13, count: 5, into: &block)
    #expect(String(copying: block.bytes) == "secondthird")
  }

  @Test func whatWasNotWrittenCanNotBeRead() throws {
    var file = try TemporaryFile()
    var block = Output()
    block.append("abc")
    try file.append(&block)
    #expect(throws: SystemError.self) { try file.read(from: 1, count: 3, into: &block) }
  }
}
