import EventJSON

/// How long the texts of an event may be at most, so that all of it keeps to a size: the longest
/// ones are cut first, to one length for all, and the short ones stay whole.
enum TextLimit {
  /// The largest limit at which texts of these lengths lose `excess` bytes together, or `floor`
  /// where none of them may be shorter and that does not suffice.
  ///
  /// A text that is longer than the limit gives `length - limit`. The lengths are sorted in
  /// place: from the longest on, all that are longer than the next one are lowered to it together,
  /// until the excess is gone, so that this takes n log n.
  static func find(_ lengths: inout [Int], excess: Int, floor: Int) -> Int {
    lengths.sort(by: >)
    var saved = 0
    for (index, length) in lengths.enumerated() where length > floor {
      let count = index + 1
      let next = max(count < lengths.count ? lengths[count] : 0, floor)
      let rest = excess - saved
      if (length - next) * count >= rest {
        // Rounded up, as a part of a byte can't be cut.
        return length - (rest + count - 1) / count
      }
      saved += (length - next) * count
    }
    return floor
  }
}
