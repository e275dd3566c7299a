import Bytes
import Foundation
import TestSupport
import Testing

@Suite struct DescriptorPlaceTests {
  @Test func bytesAreReadWhereTheyAre() throws {
    let folder = try TemporaryFolder()
    try Data("0123456789".utf8).write(to: folder.url.appendingPathComponent("digits"))
    var descriptor = try Path(folder.path("digits")).openForReading()
    #expect(try descriptor.bytes(at: 3, count: 4) == Array("3456".utf8))
    #expect(try descriptor.bytes(at: 8, count: 4) == Array("89".utf8))
    #expect(try descriptor.bytes(at: 20, count: 4) == [])
    try descriptor.seek(to: 7)
    var input = Input(capacity: 16)
    #expect(try input.fill(from: &descriptor))
    #expect(text(input.unread) == "789")
    #expect(throws: SystemError.self) { try descriptor.seek(to: -1) }
  }
}
