/// Finds all matches of a POSIX extended expression: leftmost, longest, one behind the other.
///
/// The C library says where a match is only by trying every place in turn, in quadratic time; and
/// its table of states grows with the text without a bound. Here the text is read twice, each
/// time once:
///
/// 1. From the end to the beginning: at each byte the positions of the pattern are known from
///    which the rest of the text leads to the end of a match. That shows every place where a match
///    begins. Most texts have none, and nothing more is done.
/// 2. From the first such place forward, following only positions that lead to an end: so no step
///    goes further than the match does, and the next match begins behind it.
///
/// What step 1 knows is saved once for each block of 4,096 bytes and made again from there, so
/// that memory stays small. Time is in proportion to the text, whatever it holds; by a factor
/// that grows with the pattern's size where a text leads to ever new states (`BackwardStates`).
public struct ExpressionSearch: Sendable {
  private static let blockSize = 4_096

  /// The longest run of bytes that every match holds, or nil where there is none.
  public let requiredLiteral: [UInt8]?
  private let automaton: PositionAutomaton
  private var states: BackwardStates
  /// For each block the positions at the byte behind it.
  private var saved: [UInt64] = []
  /// The block that `sets` and `starts` are about.
  private var block = -1
  private var sets: [UInt64]
  private var starts: [UInt8]
  /// The positions that may have matched the byte that is looked at, and the next one.
  private var current: [UInt64]
  private var following: [UInt64]

  /// Compiles a pattern.
  ///
  /// Refused is what `PosixExpression` refuses, and what users of other expressions write and
  /// POSIX takes for something else, such as `\d`.
  public init(_ pattern: String) throws(PosixExpression.Problem) {
    _ = try PosixExpression(pattern)
    let syntax = try PosixParser.parse(pattern)
    requiredLiteral = syntax.requiredLiteral
    automaton = try PositionAutomaton(syntax)
    states = BackwardStates(automaton)
    sets = Array(repeating: 0, count: Self.blockSize * automaton.width)
    starts = Array(repeating: 0, count: Self.blockSize)
    current = Array(repeating: 0, count: automaton.width)
    following = current
  }

  /// Calls `body` with the start and the end of every match that has a byte.
  public mutating func eachMatch(in text: Span<UInt8>, _ body: (Int, Int) -> Void) {
    guard var offset = firstStart(in: text) else { return }
    block = -1
    while offset < text.count {
      load(blockOf: offset, text)
      let before = automaton.neighbour(text, at: offset - 1)
      if starts[offset % Self.blockSize] >> before.rawValue & 1 == 0 {
        offset += 1
      } else {
        let end = longestEnd(from: offset, before, text)
        body(offset, end)
        offset = end
      }
    }
  }

  /// Reads the text from its end; gives the first place where a match begins, or nil.
  private mutating func firstStart(in text: Span<UInt8>) -> Int? {
    var start: Int?
    let blocks = (text.count + Self.blockSize - 1) / Self.blockSize
    if saved.count < blocks * automaton.width {
      saved += Array(repeating: 0, count: blocks * automaton.width - saved.count)
    }
    var state = states.atEnd()
    for block in (0..<blocks).reversed() {
      for word in 0..<automaton.width {
        saved[block * automaton.width + word] = states.word(word, of: state)
      }
      let end = min((block + 1) * Self.blockSize, text.count)
      for offset in (block * Self.blockSize..<end).reversed() {
        state = states.move(from: state, text[offset])
        let bits = states.starts(state)
        if bits != 0, bits >> automaton.neighbour(text, at: offset - 1).rawValue & 1 == 1 {
          start = offset
        }
      }
    }
    return start
  }

  /// Makes what is known of a block's bytes from what is saved of the byte behind it.
  private mutating func load(blockOf offset: Int, _ text: Span<UInt8>) {
    let wanted = offset / Self.blockSize
    if wanted == block { return }
    block = wanted
    let begin = wanted * Self.blockSize
    let end = min(begin + Self.blockSize, text.count)
    var state = states.state(of: saved, row: wanted, automaton.neighbour(text, at: end))
    for offset in (begin..<end).reversed() {
      state = states.move(from: state, text[offset])
      starts[offset - begin] = states.starts(state)
      for word in 0..<automaton.width {
        sets[(offset - begin) * automaton.width + word] = states.word(word, of: state)
      }
    }
  }

  /// The end of the longest match that begins at a start.
  private mutating func longestEnd(
    from start: Int, _ before: Neighbour, _ text: Span<UInt8>
  ) -> Int {
    let width = automaton.width
    let row = Int(before.rawValue) * width
    for word in 0..<width {
      current[word] = sets[start % Self.blockSize * width + word] & automaton.first[row + word]
    }
    var offset = start + 1
    while offset < text.count {
      load(blockOf: offset, text)
      if !step(to: offset % Self.blockSize * width) { break }
      offset += 1
    }
    // All positions followed lead to an end, so the last ones are an end.
    return offset
  }

  /// Goes on by the byte whose positions begin at `row`; false where no match goes on.
  private mutating func step(to row: Int) -> Bool {
    let width = automaton.width
    for word in 0..<width { following[word] = 0 }
    for word in 0..<width {
      var rest = current[word]
      while rest != 0 {
        let followers = (word * 64 + rest.trailingZeroBitCount) * width
        for index in 0..<width { following[index] |= automaton.followers[followers + index] }
        rest &= rest - 1
      }
    }
    var any: UInt64 = 0
    for word in 0..<width {
      following[word] &= sets[row + word]
      any |= following[word]
    }
    swap(&current, &following)
    return any != 0
  }
}
