/// What a POSIX extended regular expression says, as a tree (POSIX.1-2024, section 9.4).
indirect enum PosixSyntax: Equatable, Sendable {
  /// One byte out of a set.
  case bytes(ByteSet)
  /// No byte, where the neighbours are as asked for.
  case assertion(PosixAssertion)
  /// One after the other; an empty one matches the empty text.
  case sequence([PosixSyntax])
  /// Any one of them.
  case choice([PosixSyntax])
  /// Again and again; without an end where `most` is nil.
  case repetition(PosixSyntax, least: Int, most: Int?)
}

/// What is asked of the places before and behind a gap between bytes.
enum PosixAssertion: Equatable, Sendable {
  /// `^` and GNU's `` \` ``: the text begins here.
  case textStart
  /// `$` and GNU's `\'`: the text ends here.
  case textEnd
  /// GNU's `\<`, `\>`, `\b` and `\B`; a word is of ASCII letters, digits and `_`.
  case wordStart, wordEnd, wordEdge, noWordEdge

  /// Whether this asks for the words around.
  var isAboutWords: Bool { self != .textStart && self != .textEnd }

  /// Whether it holds between two neighbours.
  func holds(between before: Neighbour, _ behind: Neighbour) -> Bool {
    switch self {
    case .textStart: before == .edge
    case .textEnd: behind == .edge
    case .wordStart: before != .word && behind == .word
    case .wordEnd: before == .word && behind != .word
    case .wordEdge: (before == .word) != (behind == .word)
    case .noWordEdge: (before == .word) == (behind == .word)
    }
  }
}

/// What stands beside a gap between bytes.
enum Neighbour: UInt8, CaseIterable, Sendable {
  /// Nothing: the text begins or ends here.
  case edge
  /// Any byte where no assertion asks for words, else one that is not part of a word.
  case other
  /// A byte of a word, where an assertion asks for words.
  case word
}

extension PosixSyntax {
  /// Whether an assertion in it asks for words.
  var asksForWords: Bool {
    switch self {
    case .bytes: false
    case .assertion(let assertion): assertion.isAboutWords
    case .sequence(let parts), .choice(let parts): parts.contains(where: \.asksForWords)
    case .repetition(let part, _, _): part.asksForWords
    }
  }
}
