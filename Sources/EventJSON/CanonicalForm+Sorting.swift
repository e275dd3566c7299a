import Bytes

extension CanonicalForm {
  /// Up to so many members are put in order where they stand; more are sorted by the standard
  /// library, which needs memory for it and does not slow down with the square of their number.
  private static var smallCount: Int { 32 }

  /// Sorts the names from `base` on, and refuses two that are equal.
  static func sort(
    _ order: inout [Int], from base: Int, by tree: borrowing CanonicalTree, _ line: Span<UInt8>
  ) throws(CanonicalRefusal) {
    if order.count - base > smallCount {
      var names = Array(order[base...])
      sort(&names, by: tree, line)
      order.replaceSubrange(base..., with: names)
    } else {
      insertionSort(&order, from: base, by: tree, line)
    }
    var place = base + 1
    while place < order.count {
      if tree.compareNames(order[place - 1], order[place], in: line) == 0 { throw .duplicateKey }
      place += 1
    }
  }

  private static func insertionSort(
    _ order: inout [Int], from base: Int, by tree: borrowing CanonicalTree, _ line: Span<UInt8>
  ) {
    var place = base + 1
    while place < order.count {
      let name = order[place]
      var hole = place
      while hole > base, tree.compareNames(order[hole - 1], name, in: line) > 0 {
        order[hole] = order[hole - 1]
        hole -= 1
      }
      order[hole] = name
      place += 1
    }
  }

  private static func sort(
    _ names: inout [Int], by tree: borrowing CanonicalTree, _ line: Span<UInt8>
  ) {
    names.sort { tree.compareNames($0, $1, in: line) < 0 }
  }
}
