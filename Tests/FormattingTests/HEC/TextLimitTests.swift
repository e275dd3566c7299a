import TestSupport
import Testing

@testable import Formatting

@Suite struct TextLimitTests {
  /// How much is saved by cutting to a limit.
  private func saved(_ lengths: [Int], _ limit: Int) -> Int {
    lengths.reduce(0) { $0 + max(0, $1 - limit) }
  }

  @Test(arguments: [
    ([100], 40, 10, 60), ([100, 90], 15, 10, 87), ([100, 90], 10, 10, 90),
    ([100, 50], 60, 10, 45), ([100, 50], 1000, 10, 10), ([], 5, 10, 10), ([5, 5], 5, 10, 10),
    ([1000, 1, 1], 990, 5, 10),
  ])
  func theLongestAreLoweredTogether(
    lengths: [Int], excess: Int, floor: Int, expected: Int
  ) {
    var lengths = lengths
    #expect(TextLimit.find(&lengths, excess: excess, floor: floor) == expected)
  }

  @Test func itIsTheLargestLimitThatSuffices() {
    var random = SeededGenerator(for: "TextLimitTests")
    for _ in 0..<2000 {
      let lengths = (0..<random.below(8)).map { _ in random.below(60) }
      let floor = 1 + random.below(20)
      let excess = 1 + random.below(120)
      var sorted = lengths
      let limit = TextLimit.find(&sorted, excess: excess, floor: floor)
      #expect(limit >= floor)
      if saved(lengths, floor) < excess {
        #expect(limit == floor, "\(lengths) \(excess) \(floor)")
      } else {
        #expect(saved(lengths, limit) >= excess, "\(lengths) \(excess) \(floor)")
        #expect(saved(lengths, limit + 1) < excess, "\(lengths) \(excess) \(floor)")
      }
    }
  }
}
