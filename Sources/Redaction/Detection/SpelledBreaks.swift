import Bytes

/// Line breaks and tabs that a text spells instead of having them, as JSON inside of a string does:
/// `{\"note\":\"first\nghp_...\"}` once it is decoded.
///
/// The letter of such a `\n` would join the word behind it, and nothing that needs to begin a word
/// would be found there. So the text is looked through once more with blanks in their place.
struct SpelledBreaks: Sendable {
  private var blanked: [UInt8] = []

  /// Makes the text with blanks where breaks are spelled, of the same length; false, and nothing,
  /// where none is.
  mutating func blank(_ text: Span<UInt8>) -> Bool {
    guard let first = Self.next(in: text, from: 0) else { return false }
    blanked.removeAll(keepingCapacity: true)
    blanked.reserveCapacity(text.count)
    var copied = 0
    var place: Int? = first
    while let start = place {
      blanked.append(copying: text.extracting(copied..<start))
      blanked.append(.space)
      blanked.append(.space)
      copied = start + 2
      place = Self.next(in: text, from: copied)
    }
    blanked.append(copying: text.extracting(copied..<text.count))
    return true
  }

  /// The text that `blank` made.
  var bytes: [UInt8] { blanked }

  /// Takes the letter of a spelled break off the beginning of hits that took it for their own.
  static func trim(_ hits: inout [Hit], in text: Span<UInt8>) {
    for index in hits.indices
    where ByteScan.byte(text, hits[index].start - 1) == .backslash
      && isBreak(text[hits[index].start]) && hits[index].end - hits[index].start > 1
    {
      hits[index].start += 1
    }
  }

  private static func isBreak(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "n") || letter == UInt8(ascii: "r") || letter == UInt8(ascii: "t")
  }

  /// The next backslash before a letter that stands for a break.
  private static func next(in text: Span<UInt8>, from start: Int) -> Int? {
    var search = start
    while let backslash = ByteScan.firstIndex(of: .backslash, in: text, from: search) {
      if isBreak(ByteScan.byte(text, backslash + 1)) { return backslash }
      search = backslash + 1
    }
    return nil
  }
}
