import Bytes
import Digests
import Foundation
import Stages
import TestSupport
import Testing

@testable import Integrity

@Suite struct LeafFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func leaf(_ number: Int) -> Digest256 {
    let bytes = Array("\(number)".utf8)
    return Digest256(of: bytes.span)
  }

  private func file(leaves count: Int, extra: Int = 0) throws -> Path {
    let bytes = (0..<count).flatMap { leaf($0).bytes } + [UInt8](repeating: 0, count: extra)
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path("leaves")))
    return Path(folder.path("leaves"))
  }

  @Test func leavesAreReadInOrderAndAtAnyPlace() throws {
    // More than one block of reading.
    let opened = try LeafFile.open(try file(leaves: 5_000))
    guard var leaves = opened else { throw SystemError("open", 2) }
    var number = 0
    while let found = try leaves.next() {
      #expect(found == leaf(number))
      number += 1
    }
    #expect(number == 5_000 && leaves.isWhole)
    #expect(try leaves.leaves(4_990..<4_993) == [leaf(4_990), leaf(4_991), leaf(4_992)])
    #expect(try leaves.leaves(10..<11) == [leaf(10)])
    #expect(try leaves.next() == leaf(11))
    #expect(try leaves.leaves(5_000..<5_000).isEmpty)
  }

  @Test func fileThatEndsInsideALeafIsNotWhole() throws {
    let opened = try LeafFile.open(try file(leaves: 2, extra: 31))
    guard let leaves = opened else { throw SystemError("open", 2) }
    #expect(!leaves.isWhole && leaves.count == 2)
  }

  @Test func missingFileIsNoProblem() throws {
    let opened = try LeafFile.open(Path(folder.path("none")))
    #expect(opened == nil ? true : false)
  }
}
