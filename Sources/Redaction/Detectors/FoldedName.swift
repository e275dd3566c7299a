import Bytes

/// A name in lower case without what stands between its words: `apiKey`, `API_KEY` and `api key`
/// are all `apikey`, with a word's start at 0 and at 3.
struct FoldedName {
  private var bytes = InlineArray<64, UInt8>(repeating: 0)
  private var starts: UInt64 = 0
  /// How many bytes there are.
  private(set) var count = 0

  /// Folds at most the last 64 bytes of `start ..< end`.
  init(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    var isStart = true
    var previous: UInt8 = 0
    for offset in max(start, end - AssignedName.longest)..<max(start, end) {
      let byte = text[offset]
      if byte < 0x80, !Boundary.isAlphanumeric(byte) {
        isStart = true
        previous = 0
        continue
      }
      if isStart || Self.isCamel(previous, byte, Boundary.byte(text, offset + 1)) {
        starts |= 1 << UInt64(count)
      }
      bytes[count] = byte.lowercased
      count += 1
      isStart = false
      previous = byte
    }
  }

  /// Whether a word starts at an upper-case letter: `dbPassword`, and the K of `APIKey`.
  private static func isCamel(_ previous: UInt8, _ byte: UInt8, _ next: UInt8) -> Bool {
    guard byte &- 0x41 < 26 else { return false }
    return previous &- 0x61 < 26 || previous.isDigit || previous &- 0x41 < 26 && next &- 0x61 < 26
  }

  /// The byte at a place, or 0 behind the end.
  subscript(_ place: Int) -> UInt8 { place < count ? bytes[place] : 0 }

  /// Whether a word starts at a place, or the name ends there.
  func isBorder(_ place: Int) -> Bool {
    place >= count || starts & 1 << UInt64(place) != 0
  }

  /// Whether a word, or its plural, ends at a place.
  func isWordEnd(_ place: Int) -> Bool {
    isBorder(place) || self[place] == UInt8(ascii: "s") && isBorder(place + 1)
  }

  /// Whether `word` stands at a place.
  func has(_ word: StaticString, at place: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    return place >= 0 && count - place >= length && ByteScan.hasWord(bytes.span, at: place, word)
  }

  /// Whether the name ends in `word`.
  func ends(in word: StaticString) -> Bool { has(word, at: count - word.utf8CodeUnitCount) }

  /// Whether the name is `word`.
  func equals(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && has(word, at: 0)
  }

  /// Whether `word` stands anywhere.
  func contains(_ word: StaticString) -> Bool {
    for place in 0..<count where has(word, at: place) { return true }
    return false
  }
}
