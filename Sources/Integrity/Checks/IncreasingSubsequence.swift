/// A longest increasing subsequence, found by patience sorting.
///
/// Each number goes on the leftmost pile whose top is not smaller; there are as many piles as the
/// longest subsequence has numbers. Of several such subsequences it is the one that ends with the
/// top of the last pile, and goes on backwards with what was the top of the pile before.
enum IncreasingSubsequence {
  /// Where the numbers of a longest increasing subsequence stand, ascending.
  ///
  /// Only `numbers` below `limit` count, and those differ from each other. Takes four bytes for each
  /// number and up to four for each place, and time in O(n log n), or O(n) where they ascend already.
  static func places(in numbers: [UInt32], below limit: UInt32) -> [UInt32] {
    /// The place of the number on top of each pile.
    var tops: [UInt32] = []
    /// For the number at a place, the place of what was the top of the pile before.
    var previous = Array(repeating: UInt32(0), count: numbers.count)
    for place in numbers.indices where numbers[place] < limit {
      let pile = pile(for: numbers[place], tops, numbers)
      if pile > 0 { previous[place] = tops[pile - 1] }
      if pile == tops.count {
        tops.append(UInt32(place))
      } else {
        tops[pile] = UInt32(place)
      }
    }
    // The tops are no longer needed: the subsequence, which is as long, takes their place.
    guard var place = tops.last else { return [] }
    for pile in tops.indices.reversed() {
      tops[pile] = place
      place = previous[Int(place)]
    }
    return tops
  }

  /// The leftmost pile whose top is not smaller than `number`, or one more than there are.
  private static func pile(
    for number: UInt32, _ tops: [UInt32], _ numbers: [UInt32]
  ) -> Int {
    guard let last = tops.last else { return 0 }
    if numbers[Int(last)] < number { return tops.count }
    var low = 0
    var high = tops.count - 1
    while low < high {
      let middle = (low + high) / 2
      if numbers[Int(tops[middle])] < number {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
