import Bytes
import Commitments
import Digests
import EventJSON
import TestSupport
import Testing

@testable import Integrity

@Suite struct LeafQueueTests {
  private let salt = ExportSalt(bytes: (0..<32).map { UInt8($0) })

  private func line(_ number: Int) -> [UInt8] {
    let text = String(repeating: "words of event \(number) ", count: 40)
    return Array(#"{"id":\#(number),"input":"\#(text)"}"#.utf8)
  }

  private func leaves(_ lines: [[UInt8]], threads: Int) throws -> [UInt8] {
    var queue = LeafQueue(salt: try #require(salt), threads: threads)
    var leaves: [UInt8] = []
    for line in lines {
      let refusal = queue.add(line.span) { leaves += copy($0.bytes) }
      #expect(refusal == nil)
    }
    queue.drain { leaves += copy($0.bytes) }
    queue.drain { leaves += copy($0.bytes) }
    return leaves
  }

  @Test(arguments: [1, 2, 3, 8]) func leavesComeInOrderHoweverManyThreadsHash(
    threads: Int
  ) throws {
    // Several chunks, the last one not full.
    let lines = (0..<2_000).map { line($0) }
    var hasher = EventHasher(salt: try #require(salt))
    var expected: [UInt8] = []
    for line in lines { expected += try hasher.hash(line.span).leaf.bytes }
    let found = try leaves(lines, threads: threads)
    #expect(found == expected)
  }

  @Test(arguments: [1, 3]) func everyHashOfALeafIsCountedHoweverManyThreadsHash(
    threads: Int
  ) throws {
    let lines = (0..<2_000).map { line($0) }
    var hasher = EventHasher(salt: try #require(salt))
    for line in lines { _ = try hasher.hash(line.span) }
    var queue = LeafQueue(salt: try #require(salt), threads: threads)
    for line in lines { _ = queue.add(line.span) { _ in } }
    queue.drain { _ in }
    let counts = [queue.effort.hashCount, queue.effort.byteCount]
    #expect(counts == [hasher.hashCount, hasher.hashedByteCount])
  }

  @Test func refusedLineAddsNothing() throws {
    var queue = LeafQueue(salt: try #require(salt), threads: 2)
    let good = line(1)
    let bad = Array(#"{"a":1,"a":2}"#.utf8)
    var count = 0
    _ = queue.add(good.span) { count += $0.count }
    let refusal = queue.add(bad.span) { count += $0.count }
    _ = queue.add(good.span) { count += $0.count }
    queue.drain { count += $0.count }
    #expect(refusal == .duplicateKey)
    #expect(count == 2 * Digest256.size)
  }
}
