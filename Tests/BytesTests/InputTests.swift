import Bytes
import TestSupport
import Testing

/// Gives its bytes in pieces of the given sizes, over and over, and then fails or ends.
private struct PiecewiseSource: ByteSource {
  struct Broken: Error, Equatable {}

  var rest: [UInt8]
  let sizes: [Int]
  var fails = false
  private var calls = 0

  init(_ bytes: [UInt8], sizes: [Int], fails: Bool = false) {
    rest = bytes
    self.sizes = sizes
    self.fails = fails
  }

  var mayBlock: Bool { false }

  mutating func read(into block: inout MutableSpan<UInt8>) throws(Broken) -> Int {
    if rest.isEmpty, fails { throw Broken() }
    let count = min(sizes[calls % sizes.count], block.count, rest.count)
    calls += 1
    for offset in 0..<count { block[offset] = rest[offset] }
    rest.removeFirst(count)
    return count
  }
}

@Suite struct InputTests {
  @Test(arguments: [[1], [2], [3], [1, 7, 2], [1_000]])
  func everyFillSizeGivesTheSameBytes(sizes: [Int]) throws {
    let bytes = (0..<500).map { UInt8($0 % 251) }
    for capacity in [1, 2, 16, 600] {
      var source = PiecewiseSource(bytes, sizes: sizes)
      var input = Input(capacity: capacity)
      while try input.fill(from: &source) {}
      let unread = copy(input.unread)
      #expect(unread == bytes)
      let (isAtEnd, count) = (input.isAtEnd, input.bytesRead)
      #expect(isAtEnd && count == 500)
    }
  }

  @Test(arguments: [1, 2, 3, 64])
  func consumedBytesGiveWayToThoseBehindThem(size: Int) throws {
    let bytes = (0..<300).map { UInt8($0 % 251) }
    var source = PiecewiseSource(bytes, sizes: [size])
    var input = Input(capacity: 4)
    var collected: [UInt8] = []
    var step = 1
    while try input.fill(from: &source) {
      // Sometimes all, sometimes some, sometimes nothing.
      let count = input.unread.count * (step % 3) / 2
      collected += copy(input.unread).prefix(count)
      input.consume(min(count, input.unread.count))
      step += 1
    }
    collected += copy(input.unread)
    #expect(collected == bytes)
  }

  @Test func endIsRememberedWithoutAskingAgain() throws {
    var source = PiecewiseSource([1], sizes: [1])
    var input = Input(capacity: 1)
    let first = try input.fill(from: &source)
    let second = try input.fill(from: &source)
    #expect(first && !second)
    source.rest = [2]
    let third = try input.fill(from: &source)
    let count = input.bytesRead
    #expect(!third && count == 1)
  }

  @Test func failureIsNoEndAndLosesNothing() throws {
    var source = PiecewiseSource([1, 2], sizes: [2], fails: true)
    var input = Input(capacity: 8)
    _ = try input.fill(from: &source)
    #expect(throws: PiecewiseSource.Broken.self) { try input.fill(from: &source) }
    let isAtEnd = input.isAtEnd
    let unread = copy(input.unread)
    #expect(unread == [1, 2] && !isAtEnd)
  }

  @Test func resetInputReadsAnotherSource() throws {
    var first = PiecewiseSource([1, 2], sizes: [2])
    var second = PiecewiseSource([3], sizes: [1])
    var input = Input(capacity: 8)
    while try input.fill(from: &first) {}
    input.reset()
    let isFresh = input.unread.isEmpty && !input.isAtEnd
    #expect(isFresh)
    while try input.fill(from: &second) {}
    let unread = copy(input.unread)
    #expect(unread == [3])
  }
}
