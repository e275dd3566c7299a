import Bytes

/// The word that stands right before a number and says what it is: `version` in `version: 1.2.3.4`.
enum LabelBefore {
  /// Whether one of the words, given in lower case, ends before `start` with at most three bytes
  /// of ` :=#."'(` between; a letter or digit before the word makes it another word.
  ///
  /// A full stop ends a sentence behind a long word (`read the clause. 192.0.2.1 is ...`), and
  /// only shortens one of at most four letters: `ver. 1.2.3.4`.
  static func isOne(of words: [[UInt8]], before start: Int, in text: Span<UInt8>) -> Bool {
    var end = start
    var hasStop = false
    while start - end < 3, isGap(Boundary.byte(text, end - 1)) {
      end -= 1
      if text[end] == .dot { hasStop = true }
    }
    guard Boundary.byte(text, end - 1).isLetter || Boundary.byte(text, end - 1) >= 0x80 else {
      return false
    }
    for index in words.indices where ends(words[index], at: end, in: text) {
      return !hasStop || words[index].count <= 4
    }
    return false
  }

  private static func isGap(_ byte: UInt8) -> Bool {
    switch byte {
    case .space, .colon, .dot, .quote, UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "'"),
      UInt8(ascii: "("):
      true
    default: false
    }
  }

  private static func ends(_ word: [UInt8], at end: Int, in text: Span<UInt8>) -> Bool {
    let start = end - word.count
    guard start >= 0 else { return false }
    for position in word.indices where text[start + position].lowercased != word[position] {
      return false
    }
    return !Boundary.isAlphanumeric(Boundary.byte(text, start - 1))
  }
}
