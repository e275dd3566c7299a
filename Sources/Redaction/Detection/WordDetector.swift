import Bytes
import Stages

/// Finds the entries of the user's word lists (`--words NAME=FILE`; spec/redaction.md, section 4):
/// whole words, ASCII letters in either case, white space alike; the longest entry wins at a place.
///
/// A text is cut into pieces once; at a piece that may begin an entry, as many pieces are looked
/// up as the longest entry has, which is bounded: so time is in proportion to the text whatever
/// the lists hold.
struct WordDetector: Sendable {
  private var index = WordIndex()

  /// A detector of lists, whose kinds are those from `firstKind` on.
  ///
  /// An entry of two lists is of the first.
  init(_ lists: [UserWords], firstKind: Int) throws(Problem) {
    for (number, list) in lists.enumerated() {
      for entry in list.words {
        guard entry.count <= WordIndex.entryLimit else {
          throw Problem(
            .usage,
            "--words: \(list.name): an entry is longer than \(WordIndex.entryLimit) bytes")
        }
        index.add(entry, kind: UInt8(firstKind + number))
      }
    }
  }

  /// Notes every entry that stands in a text.
  func find(_ text: Span<UInt8>, into hits: inout Hits) {
    var offset = 0
    var before = WordToken.Kind.space
    while offset < text.count {
      let token = WordToken(text, at: offset, limit: .max)
      // An entry that begins with a sign does not begin behind a letter.
      if index.mayBegin(text, offset, token), before != .word || token.kind != .symbol,
        let match = index.longest(text, offset, token)
      {
        hits.found.append(Hit(start: offset, end: match.end, kind: match.kind, confidence: 3))
        (offset, before) = (match.end, match.last)
      } else {
        (offset, before) = (token.end, token.kind)
      }
    }
  }
}
