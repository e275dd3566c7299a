/// How wide a table's columns are, decided before the first row: no row is held back.
struct TableLayout: Equatable, Sendable {
  /// What a column would like to have.
  struct Request: Equatable, Sendable {
    /// The width where there is room.
    var preferred: Int
    /// The width where there is none.
    var minimum: Int
    /// Whether it takes the room that the others leave.
    var stretches = false
  }

  /// How many columns stand between two cells.
  static let gap = 2
  /// No column is made narrower than this: a letter, and the ellipsis for the rest.
  static let narrowest = 2
  /// No window is taken for wider than this.
  static let maximumWidth = 10_000

  /// The columns' widths, one or more each.
  let widths: [Int]

  /// A layout for a line of `width` columns; without one, all have what they like.
  ///
  /// Where the room is short, columns give up what they have over their minimum, the one with the
  /// most of it first, and then what they have over `narrowest`. Where even that does not fit,
  /// lines are longer than `width`.
  init(_ requests: [Request], width: Int?) {
    var widths = requests.map(\.preferred)
    if let width {
      let gaps = Self.gap * max(0, requests.count - 1)
      let room = min(width, Self.maximumWidth) - gaps - widths.reduce(0, +)
      if room < 0 {
        let missing = Self.shrink(&widths, to: requests.map(\.minimum), by: -room)
        let narrowest = requests.map { min(Self.narrowest, $0.minimum) }
        _ = Self.shrink(&widths, to: narrowest, by: missing)
      } else {
        Self.stretch(&widths, requests, by: room)
      }
    }
    self.widths = widths
  }

  /// Gives how much of `count` could not be given up.
  private static func shrink(_ widths: inout [Int], to least: [Int], by count: Int) -> Int {
    for given in 0..<count {
      let spare = widths.indices.map { widths[$0] - least[$0] }
      guard let most = spare.max(), most > 0, let column = spare.lastIndex(of: most) else {
        return count - given
      }
      widths[column] -= 1
    }
    return 0
  }

  private static func stretch(_ widths: inout [Int], _ requests: [Request], by count: Int) {
    let columns = requests.indices.filter { requests[$0].stretches }
    for (position, column) in columns.enumerated() {
      widths[column] += (count + position) / columns.count
    }
  }
}
