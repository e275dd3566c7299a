import Bytes

/// Words that make a number near them what it looks like (spec/redaction.md, section 1, C).
///
/// A word counts where it stands whole within 48 bytes before the candidate or 24 behind it, in
/// any ASCII case, or in the name of the member whose text this is. Space, `_` and `-` inside a
/// word are alike, and in `phoneNumber` both words are whole. Non-ASCII words count as they stand.
///
/// Ask only for candidates whose checksum holds: looking back costs time.
struct ContextWords: Sendable {
  private static let reachBefore = 48
  private static let reachBehind = 24

  private let words: [[UInt8]]

  /// Words in lower case, such as `social security`.
  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
  }

  /// Whether a word stands near `start ..< end` of the text, or in the member's name.
  func stand(near start: Int, _ end: Int, in text: Span<UInt8>, key: Span<UInt8>) -> Bool {
    let from = max(0, start - Self.reachBefore)
    let to = min(text.count, end + Self.reachBehind)
    for index in words.indices {
      if stands(index, in: text, from, start) || stands(index, in: text, end, to)
        || stands(index, in: key, 0, key.count)
      {
        return true
      }
    }
    return false
  }

  /// Whether a word stands whole in the part of a text; its neighbours may be outside of the part.
  private func stands(_ index: Int, in text: Span<UInt8>, _ from: Int, _ to: Int) -> Bool {
    let word = words[index]
    let first = word[0]
    var start = from
    while start + word.count <= to {
      if Self.folded(text[start]) == first, matches(index, in: text, at: start),
        Self.isWhole(text, start, start + word.count)
      {
        return true
      }
      start += 1
    }
    return false
  }

  private func matches(_ index: Int, in text: Span<UInt8>, at start: Int) -> Bool {
    for position in words[index].indices
    where Self.folded(text[start + position]) != words[index][position] { return false }
    return true
  }

  /// Lower case, and a space for what may stand between words.
  private static func folded(_ byte: UInt8) -> UInt8 {
    byte == UInt8(ascii: "_") || byte == .minus ? .space : byte.lowercased
  }

  private static func isWhole(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if text[start] >= 0x80 { return true }
    return isBorder(text, start) && isBorder(text, end)
      && !PlaceholderName.covers(start, end, of: text)
  }

  /// Whether no word goes on over an offset: `phoneNumber` has a border before its `N`.
  private static func isBorder(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    let before = ByteScan.byte(text, offset - 1)
    let behind = ByteScan.byte(text, offset)
    guard Boundary.isAlphanumeric(before), Boundary.isAlphanumeric(behind) else { return true }
    return before &- 0x61 < 26 && behind &- 0x41 < 26
  }
}
