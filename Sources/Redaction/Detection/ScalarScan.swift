import Bytes

/// Finds the anchors of all detectors byte by byte: the plain twin of `AnchorScan`, which tests
/// and fuzzing compare it with.
enum ScalarScan {
  /// Calls `Dispatch` at every anchor of `text`.
  static func scan(
    _ text: Span<UInt8>, key: Span<UInt8>, _ filter: PrefixFilter,
    into hits: inout Hits
  ) {
    Dispatch.whole(text, key, into: &hits)
    var colonsFrom = 0
    var dashesFrom = 0
    var wordsFrom = 0
    for offset in 0..<text.count {
      if Boundary.isWord(text[offset]), !Boundary.isWord(Boundary.byte(text, offset - 1)) {
        wordsFrom = word(text, key, offset, from: wordsFrom, filter, into: &hits)
      }
      switch text[offset] {
      case UInt8(ascii: "@"): Dispatch.atSign(text, key, offset, into: &hits)
      case UInt8(ascii: "="): Dispatch.equals(text, key, offset, into: &hits)
      case UInt8(ascii: "~"): Dispatch.tilde(text, key, offset, into: &hits)
      case .colon:
        if offset >= colonsFrom {
          colonsFrom = Dispatch.colon(text, key, offset, into: &hits)
        }
      case .minus: dashesFrom = Dispatch.dash(text, key, offset, dashesFrom, into: &hits)
      case 0xEF: Dispatch.wide(text, key, offset, into: &hits)
      default: break
      }
    }
  }

  /// Looks at the word that begins at `start`; gives the offset from which words are looked at for
  /// digits.
  private static func word(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, from next: Int,
    _ filter: PrefixFilter, into hits: inout Hits
  ) -> Int {
    if filter.mayBegin(text, at: start) {
      Dispatch.prefix(text, key, start, into: &hits)
    }
    var end = start
    var hasDigit = false
    while Boundary.isWord(Boundary.byte(text, end)) {
      if text[end].isDigit { hasDigit = true }
      end += 1
    }
    guard hasDigit, start >= next else { return next }
    return Dispatch.word(text, key, start, end, into: &hits)
  }
}
