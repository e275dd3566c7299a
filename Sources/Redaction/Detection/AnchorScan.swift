import Bytes

/// Finds the anchors of all detectors in one pass, 64 bytes at a time; `ScalarScan` is its plain
/// twin.
///
/// What costs is the same for every text: the classes of each block, and a look at the first three
/// bytes of each word. The loop keeps that in registers: what it calls stays out of it. Everything else happens where a digit or a mark stands, and most
/// blocks of prose have none.
struct AnchorScan {
  /// Where the run of word bytes began that reaches into the block, or the block's start.
  private var runStart = 0
  /// Words before this offset have been looked at for digits.
  private var wordsUpTo = 0
  private var colonsFrom = 0
  private var dashesFrom = 0

  /// Calls `Dispatch` at every anchor of `text`.
  static func scan(
    _ text: Span<UInt8>, key: Span<UInt8>, _ filter: PrefixFilter,
    into hits: inout Hits
  ) {
    Dispatch.whole(text, key, into: &hits)
    var scan = AnchorScan()
    var carry: UInt64 = 0
    var start = 0
    while start < text.count {
      let classes = TextClasses(text, at: start)
      let starts = classes.word & ~(classes.word &<< 1 | carry)
      var prefixes = filter.candidates(starts, in: text, from: start)
      while prefixes != 0 {
        Dispatch.prefix(text, key, start &+ prefixes.trailingZeroBitCount, into: &hits)
        prefixes &= prefixes &- 1
      }
      if classes.notable != 0 {
        scan.words(text, key, classes, start, into: &hits)
        scan.marks(text, key, classes, start, into: &hits)
      }
      carry = classes.word &>> 63
      if classes.word != .max {
        scan.runStart = start &+ 64 &- (~classes.word).leadingZeroBitCount
      }
      start &+= 64
    }
  }

  /// Looks at each word of the block that has a digit, the first time that one shows.
  @inline(never)
  private mutating func words(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ classes: TextClasses, _ base: Int,
    into hits: inout Hits
  ) {
    var digits = classes.digit & ~Self.dull(text, classes, base)
    while digits != 0 {
      let lane = digits.trailingZeroBitCount
      let offset = base &+ lane
      if offset >= wordsUpTo {
        let start = startOfWord(lane, classes.word, base)
        let end = Self.endOfWord(text, lane, classes.word, base)
        wordsUpTo = Dispatch.word(text, key, start, end, into: &hits)
      }
      let done = wordsUpTo &- base
      if done >= 64 { return }
      digits &= ~0 &<< UInt64(done)
    }
  }

  /// The digits that stand alone in a chain of such, in which nothing can begin.
  ///
  /// That is so in `1.1.1`, `1 1 1` and `+1 +1 +1`. What `Dispatch` would refuse one by one is refused at once; only what stands in
  /// the block is asked, and only where it has many.
  private static func dull(
    _ text: Span<UInt8>, _ classes: TextClasses, _ base: Int
  ) -> UInt64 {
    let (digit, word) = (classes.digit, classes.word)
    let single = digit & ~(word &<< 1) & ~(word &>> 1) & ~1 & ~(1 &<< 63)
    guard single.nonzeroBitCount >= 12, text.count &- base >= 64 else { return 0 }
    let space = ByteScan.places(of: .space, in: text, at: base)
    let dot = ByteScan.places(of: .dot, in: text, at: base)
    let plus = ByteScan.places(of: UInt8(ascii: "+"), in: text, at: base)
    let zero = ByteScan.places(of: .zero, in: text, at: base)
    // Behind a digit and a dot nothing begins.
    let fractions = dot &<< 1 & digit &<< 2
    // Between two of its like a digit continues a number at most, and a zero may begin one.
    let spaced = space &<< 1 & space &>> 1
    let members = spaced & digit &<< 2 & digit &>> 2 & space &>> 3 & ~zero
    let signed = plus &<< 1 & space &<< 2 & digit &<< 3 & space &>> 1 & plus &>> 2
    return single & (fractions | members | signed)
  }

  private func startOfWord(_ lane: Int, _ word: UInt64, _ base: Int) -> Int {
    let before = ~word & (1 &<< UInt64(lane) &- 1)
    return before == 0 ? min(runStart, base) : base &+ 64 &- before.leadingZeroBitCount
  }

  private static func endOfWord(
    _ text: Span<UInt8>, _ lane: Int, _ word: UInt64, _ base: Int
  ) -> Int {
    var behind = ~word & ~0 &<< UInt64(lane)
    var base = base
    while behind == 0 {
      base &+= 64
      if base >= text.count { return text.count }
      behind = ~TextClasses(text, at: base).word
    }
    return min(text.count, base &+ behind.trailingZeroBitCount)
  }

  @inline(never)
  private mutating func marks(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ classes: TextClasses, _ base: Int,
    into hits: inout Hits
  ) {
    var marks = classes.notable & ~classes.digit
    while marks != 0 {
      let offset = base &+ marks.trailingZeroBitCount
      marks &= marks &- 1
      switch text[offset] {
      case UInt8(ascii: "@"): Dispatch.atSign(text, key, offset, into: &hits)
      case UInt8(ascii: "="): Dispatch.equals(text, key, offset, into: &hits)
      case UInt8(ascii: "~"): Dispatch.tilde(text, key, offset, into: &hits)
      case .colon:
        guard offset >= colonsFrom else { continue }
        colonsFrom = Dispatch.colon(text, key, offset, into: &hits)
      case .minus: dashesFrom = Dispatch.dash(text, key, offset, dashesFrom, into: &hits)
      default: Dispatch.wide(text, key, offset, into: &hits)
      }
    }
  }
}
