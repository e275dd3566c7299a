import Bytes
import DecisionEvent
import EventJSON

/// Looks for words and expressions in what was asked and answered, after unescaping.
///
/// Where a string has escapes, its raw bytes are searched first: a word of plain characters that
/// stands there, and does not begin inside an escape, stands in the text. Only where it doesn't,
/// and the string has a \u that could hide it, or the word has characters that are escaped in
/// other ways, the string is decoded.
struct TextSearch: Sendable {
  private let words: [Word]
  private let expressions: [PosixExpression]
  let operands: [Operand]
  private let unicodeEscape = WordFinder([.backslash, UInt8(ascii: "u")])

  private struct Word: Sendable {
    let finder: WordFinder
    /// Whether no character of the word is ever written as a two-character escape.
    let isPlain: Bool
  }

  /// A search in the values of `operands`; each word has at least one byte.
  init(words: [[UInt8]], expressions: [PosixExpression], ignoringCase: Bool, in operands: [Operand])
  {
    self.words = words.map { word in
      Word(
        finder: WordFinder(word, ignoringCase: ignoringCase),
        isPlain: !word.contains { $0 < .space || $0 == .quote || $0 == .backslash || $0 == .slash })
    }
    self.expressions = expressions
    self.operands = operands
  }

  /// Whether any word or expression stands in any of the texts.
  func matches(
    _ reader: borrowing EventReader, _ line: Span<UInt8>, _ scratch: inout Output
  ) -> Bool {
    for operand in operands {
      guard let value = reader.value(of: operand) else { continue }
      var strings = StringIterator(value)
      while let string = strings.next(line) {
        if matches(string, line, &scratch) { return true }
      }
    }
    return false
  }

  private func matches(_ string: Field, _ line: Span<UInt8>, _ scratch: inout Output) -> Bool {
    let raw = line.extracting(string.start..<string.end)
    if string.kind == .string { return matches(raw) }
    var mustDecode = !expressions.isEmpty
    for word in words {
      if word.isPlain, standsRaw(word.finder, in: raw) { return true }
      mustDecode = mustDecode || !word.isPlain
    }
    guard mustDecode || unicodeEscape.firstIndex(in: raw, from: 0) != nil else { return false }
    scratch.removeAll()
    StringEscapes.decode(line, string.start, string.end, into: &scratch)
    return matches(scratch.bytes)
  }

  /// Searches text that has no escapes.
  private func matches(_ text: Span<UInt8>) -> Bool {
    for word in words where word.finder.firstIndex(in: text, from: 0) != nil { return true }
    for expression in expressions where expression.matches(text) { return true }
    return false
  }

  private func standsRaw(_ finder: WordFinder, in raw: Span<UInt8>) -> Bool {
    var start = 0
    while let hit = finder.firstIndex(in: raw, from: start) {
      if !isInsideEscape(raw, hit) { return true }
      start = hit + 1
    }
    return false
  }

  /// Whether the byte at `place` is the letter of an escape, or one of the four digits of \uXXXX.
  private func isInsideEscape(_ raw: Span<UInt8>, _ place: Int) -> Bool {
    if isEscaped(raw, place) { return true }
    for distance in 1...4 where place - distance >= 1 {
      let letter = place - distance
      if raw[letter] == UInt8(ascii: "u"), isEscaped(raw, letter) { return true }
    }
    return false
  }

  /// Whether an odd number of backslashes stands before `place`.
  private func isEscaped(_ raw: Span<UInt8>, _ place: Int) -> Bool {
    var start = place
    while start > 0, raw[start - 1] == .backslash { start -= 1 }
    return (place - start) % 2 == 1
  }
}
