import Bytes

/// All entries of all word lists as a tree of pieces (`WordToken`), one lookup a piece.
///
/// Pieces are numbered under a hash whose seed is the process's own, so that no list can make all
/// of them collide; the tree's edges are a dictionary of the node and the piece's number.
struct WordIndex: Sendable {
  /// The most bytes of an entry, and of a piece that is looked up.
  static let entryLimit = 256

  /// The bytes of all pieces, letters in lower case.
  private var bytes: [UInt8] = []
  /// Where each piece ends in `bytes`.
  private var ends: [Int] = []
  /// An open hash table of the pieces' numbers, 0 where free, else one more.
  private var slots = [UInt32](repeating: 0, count: 1_024)
  private var edges: [UInt64: UInt32] = [:]
  /// For each node the kind of the entry that ends there, or 0.
  private var kinds: [UInt8] = [0]
  private var filter = FirstWordFilter()

  /// An index without entries.
  init() {}

  /// Adds an entry, unless it is in the index already; one of white space is none.
  mutating func add(_ entry: [UInt8], kind: UInt8) {
    let text = entry.span
    var (node, offset, isFirst) = (0, 0, true)
    while offset < text.count {
      let token = WordToken(text, at: offset, limit: Self.entryLimit)
      // White space at the ends is no part of an entry.
      if token.kind == .space, isFirst || token.end == text.count {
        offset = token.end
        continue
      }
      if isFirst { filter.insert(text, offset, token) }
      node = insert(node, piece: number(of: token, text, offset))
      (offset, isFirst) = (token.end, false)
    }
    if node > 0, kinds[node] == 0 { kinds[node] = kind }
  }

  private mutating func insert(_ node: Int, piece: Int) -> Int {
    let edge = UInt64(node) << 32 | UInt64(piece)
    if let next = edges[edge] { return Int(next) }
    kinds.append(0)
    edges[edge] = UInt32(kinds.count - 1)
    return kinds.count - 1
  }

  /// Whether an entry may begin with a piece.
  func mayBegin(_ text: Span<UInt8>, _ start: Int, _ token: WordToken) -> Bool {
    filter.contains(text, start, token) && token.end - start <= Self.entryLimit
  }

  /// The end, last piece and kind of the longest entry that begins with a piece, or nil.
  func longest(
    _ text: Span<UInt8>, _ start: Int, _ first: WordToken
  ) -> (end: Int, last: WordToken.Kind, kind: UInt8)? {
    var (node, offset, token) = (0, start, first)
    var longest: (end: Int, last: WordToken.Kind, kind: UInt8)?
    while let piece = find(token, text, offset),
      let next = edges[UInt64(node) << 32 | UInt64(piece)]
    {
      (node, offset) = (Int(next), token.end)
      let last = token.kind
      let isEnd = offset == text.count
      if !isEnd { token = WordToken(text, at: offset, limit: Self.entryLimit + 1) }
      // Behind a letter the next piece is no word; behind a sign it must not be one.
      if kinds[node] != 0, isEnd || last != .symbol || token.kind != .word {
        longest = (offset, last, kinds[node])
      }
      if isEnd { break }
    }
    return longest
  }

  /// The number of a piece, or nil where no entry has it.
  private func find(_ token: WordToken, _ text: Span<UInt8>, _ start: Int) -> Int? {
    guard token.end - start <= Self.entryLimit else { return nil }
    var slot = Self.hash(token, text, start) & (slots.count - 1)
    while slots[slot] != 0 {
      let piece = Int(slots[slot]) - 1
      if isPiece(piece, token, text, start) { return piece }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func number(of token: WordToken, _ text: Span<UInt8>, _ start: Int) -> Int {
    if let known = find(token, text, start) { return known }
    if token.kind == .space {
      bytes.append(.space)
    } else {
      for offset in start..<token.end { bytes.append(text[offset].lowercased) }
    }
    ends.append(bytes.count)
    if ends.count * 2 > slots.count { grow() }
    place(ends.count - 1)
    return ends.count - 1
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for piece in 0..<ends.count - 1 { place(piece) }
  }

  private mutating func place(_ piece: Int) {
    let start = piece == 0 ? 0 : ends[piece - 1]
    let copy = Array(bytes[start..<ends[piece]])
    let text = copy.span
    let token = WordToken(text, at: 0, limit: Self.entryLimit)
    var slot = Self.hash(token, text, 0) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(piece + 1)
  }

  private func isPiece(
    _ piece: Int, _ token: WordToken, _ text: Span<UInt8>, _ start: Int
  ) -> Bool {
    let begin = piece == 0 ? 0 : ends[piece - 1]
    if token.kind == .space { return ends[piece] == begin + 1 && bytes[begin] == .space }
    guard ends[piece] - begin == token.end - start else { return false }
    for offset in start..<token.end
    where bytes[begin + offset - start] != text[offset].lowercased { return false }
    return true
  }

  private static func hash(_ token: WordToken, _ text: Span<UInt8>, _ start: Int) -> Int {
    var hasher = Hasher()
    if token.kind == .space {
      hasher.combine(UInt64(UInt8.space))
    } else {
      var word: UInt64 = 0
      for offset in start..<token.end {
        word = word << 8 | UInt64(text[offset].lowercased)
        if (offset - start) & 7 == 7 {
          hasher.combine(word)
          word = 0
        }
      }
      hasher.combine(word)
    }
    return hasher.finalize()
  }
}
