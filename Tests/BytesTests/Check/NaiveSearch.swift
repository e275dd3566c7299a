@testable import Bytes

/// Tries every place, and goes through the pattern's tree with all the places where it may stand.
struct NaiveSearch {
  private let syntax: PosixSyntax

  /// Reads a pattern.
  init(_ pattern: String) throws(PosixExpression.Problem) {
    _ = try PosixExpression(pattern)
    syntax = try PosixParser.parse(pattern)
  }

  /// All matches that have a byte, leftmost and longest.
  func matches(_ text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var offset = 0
    while offset < text.count {
      if let end = ends(syntax, text, [offset]).max(), end > offset {
        found.append(offset..<end)
        offset = end
      } else {
        offset += 1
      }
    }
    return found
  }

  /// Where matches of a part end that begin at any of some places.
  private func ends(_ syntax: PosixSyntax, _ text: [UInt8], _ starts: Set<Int>) -> Set<Int> {
    switch syntax {
    case .bytes(let set):
      return Set(starts.filter { $0 < text.count && set.contains(text[$0]) }.map { $0 + 1 })
    case .assertion(let assertion):
      return starts.filter { place in
        assertion.holds(between: neighbour(text, place - 1), neighbour(text, place))
      }
    case .sequence(let parts): return parts.reduce(starts) { ends($1, text, $0) }
    case .choice(let parts):
      return parts.reduce(into: []) { $0.formUnion(ends($1, text, starts)) }
    case .repetition(let part, let least, let most):
      var places = (0..<least).reduce(starts) { places, _ in ends(part, text, places) }
      var all = places
      for _ in 0..<(most.map { max($0 - least, 0) } ?? text.count + 1) {
        places = ends(part, text, places)
        if places.isSubset(of: all) { break }
        all.formUnion(places)
      }
      return all
    }
  }

  private func neighbour(_ text: [UInt8], _ place: Int) -> Neighbour {
    guard text.indices.contains(place) else { return .edge }
    return PosixParser.word.contains(text[place]) ? .word : .other
  }
}
