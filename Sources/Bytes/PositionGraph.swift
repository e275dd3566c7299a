/// A pattern as a graph of steps with and without bytes (Thompson), from which the positions of
/// an automaton and their order are read.
struct PositionGraph {
  /// The most steps that a pattern may have: brackets and choices count, too.
  private static let stepLimit = 16 * PositionAutomaton.positionLimit

  private enum Step {
    /// Matches the byte of a position, and goes on.
    case byte(position: Int, next: Int)
    /// Goes on where the assertion holds.
    case assertion(PosixAssertion, next: Int)
    /// Goes on at either.
    case fork(Int, Int)
    /// The match ends.
    case end
  }

  /// For each position the bytes that it matches.
  private(set) var sets: [ByteSet] = []
  /// Whether an assertion asks for words: then each position matches bytes of words or others.
  let asksForWords: Bool
  private var steps: [Step] = [.end]
  private var start = 0
  /// For each position the step behind it.
  private var behind: [Int] = []

  /// The graph of a tree; refuses one that is too large.
  init(_ syntax: PosixSyntax) throws(PosixExpression.Problem) {
    asksForWords = syntax.asksForWords
    start = try add(syntax, before: 0)
  }

  /// Which positions and whether the end may follow a position without a byte between them, where
  /// `behind` is the next byte or the text's end.
  func reach(from position: Int, _ behind: Neighbour) -> (positions: [Int], isEnd: Bool) {
    reach(from: self.behind[position], between: neighbour(position), behind)
  }

  /// Which positions may match first, between two neighbours.
  func reachFromStart(
    _ before: Neighbour, _ behind: Neighbour
  ) -> (positions: [Int], isEnd: Bool) {
    reach(from: start, between: before, behind)
  }

  private func neighbour(_ position: Int) -> Neighbour {
    guard asksForWords else { return .other }
    return sets[position].intersection(PosixParser.word) == sets[position] ? .word : .other
  }

  private func reach(
    from step: Int, between before: Neighbour, _ behind: Neighbour
  ) -> (positions: [Int], isEnd: Bool) {
    var result: (positions: [Int], isEnd: Bool) = ([], false)
    var seen: Set<Int> = [step]
    var pending = [step]
    func visit(_ step: Int) {
      if seen.insert(step).inserted { pending.append(step) }
    }
    while let step = pending.popLast() {
      switch steps[step] {
      case .byte(let position, _):
        if neighbour(position) == behind { result.positions.append(position) }
      case .assertion(let assertion, let next):
        if assertion.holds(between: before, behind) { visit(next) }
      case .fork(let one, let other):
        visit(one)
        visit(other)
      case .end: result.isEnd = true
      }
    }
    return result
  }

  /// Adds the steps of a part in front of a step; gives where they begin.
  private mutating func add(
    _ syntax: PosixSyntax, before next: Int
  ) throws(PosixExpression.Problem) -> Int {
    switch syntax {
    case .bytes(let set): return try add(set, before: next)
    case .assertion(let assertion): return try append(.assertion(assertion, next: next))
    case .sequence(let parts):
      var next = next
      for part in parts.reversed() { next = try add(part, before: next) }
      return next
    case .choice(let parts):
      var start = try add(parts[0], before: next)
      for part in parts.dropFirst() {
        start = try append(.fork(start, add(part, before: next)))
      }
      return start
    case .repetition(let part, let least, let most):
      return try add(part, least, most, before: next)
    }
  }

  private mutating func add(
    _ set: ByteSet, before next: Int
  ) throws(PosixExpression.Problem) -> Int {
    let (words, others) = (
      set.intersection(PosixParser.word), set.intersection(PosixParser.word.inverted)
    )
    guard asksForWords, words != ByteSet(), others != ByteSet() else {
      return try append(set, before: next)
    }
    return try append(.fork(append(words, before: next), append(others, before: next)))
  }

  private mutating func add(
    _ part: PosixSyntax, _ least: Int, _ most: Int?, before next: Int
  ) throws(PosixExpression.Problem) -> Int {
    var start = next
    if let most {
      for _ in 0..<max(most - least, 0) {
        start = try append(.fork(add(part, before: start), next))
      }
    } else {
      start = try append(.fork(next, next))
      let body = try add(part, before: start)
      steps[start] = .fork(body, next)
      // The last copy that must be there is the one that repeats.
      if least > 0 { start = body }
    }
    for _ in 0..<(most == nil ? max(least - 1, 0) : least) {
      start = try add(part, before: start)
    }
    return start
  }

  private mutating func append(
    _ set: ByteSet, before next: Int
  ) throws(PosixExpression.Problem) -> Int {
    guard sets.count < PositionAutomaton.positionLimit else {
      throw .init(
        reason: "the pattern is too large: it has more than \(PositionAutomaton.positionLimit) "
          + "places of characters, repetitions spelled out")
    }
    sets.append(set)
    behind.append(next)
    return try append(.byte(position: sets.count - 1, next: next))
  }

  private mutating func append(_ step: Step) throws(PosixExpression.Problem) -> Int {
    guard steps.count < Self.stepLimit else { throw .init(reason: "the pattern is too large") }
    steps.append(step)
    return steps.count - 1
  }
}
