import Bytes

/// International bank account numbers (spec/redaction.md, section 2; ISO 13616, the countries and
/// layouts of SWIFT's registry, release 101), with the remainder of ISO 7064 mod 97-10.
///
/// Compact, or in groups of four with one space or `-` each: country, layout, length and remainder
/// leave so little to chance that a dash needs no folding. National groups, such as
/// `IT60 X 05428 11101 ...`, and lower case need a word beside them.
enum IBAN {
  static let entry = KindEntry(
    .iban, "IBAN_CODE", infoType: "IBAN_CODE", .checksummed,
    confidence: "3",
    definition:
      "a country of SWIFT's registry with its length and layout, compact or in groups of four,"
      + " mod 97; lower case and other groups beside `iban`",
    example: "IBAN GB33 BUKB 2020 1555 5555 55")

  private static let context = ContextWords([
    "iban", "ibans", "bank account", "kontonummer", "bankverbindung", "compte bancaire",
    "cuenta bancaria", "conto corrente",
  ])

  /// The number that the word at `start ..< end`, and what follows it in groups, is.
  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    guard end - start >= 4, text[start + 2].isDigit, text[start + 3].isDigit,
      text[start].isLetter, text[start + 1].isLetter, hits.wants(.iban)
    else { return }
    let layout = IBANRegistry.layout(text[start], text[start + 1])
    guard layout != 0, let number = IBANReader.read(text, start, layout) else { return }
    if number.isUnusual {
      guard context.stand(near: start, number.end, in: text, key: key) else { return }
    }
    hits.add(.iban, start, number.end, confidence: 3)
  }
}

/// Reads one number by its country's layout, in one pass of at most 34 characters.
private struct IBANReader {
  /// The offset behind the last character.
  private(set) var end: Int
  /// Whether it is in lower case, or in groups that are not of four.
  private(set) var isUnusual = false
  private var separator: UInt8 = 0
  private var groupLength = 4
  private var remainder = 0
  private var hasUpper = false
  private var hasLower = false

  /// The number that begins at `start` with its country and two digits, or nil.
  static func read(_ text: Span<UInt8>, _ start: Int, _ layout: UInt32) -> IBANReader? {
    var reader = IBANReader(end: start + 4)
    var rest = layout
    while rest != 0 {
      for _ in 0..<(rest & 63) {
        guard reader.isNext(text, of: rest >> 6 & 3) else { return nil }
      }
      rest >>= 8
    }
    return reader.isWhole(text, start) ? reader : nil
  }

  private init(end: Int) { self.end = end }

  /// Takes the next character, and the separator before it.
  private mutating func isNext(_ text: Span<UInt8>, of characters: UInt32) -> Bool {
    var byte = Boundary.byte(text, end)
    if byte == .space || byte == .minus {
      guard separator == 0 || separator == byte else { return false }
      separator = byte
      if groupLength != 4 { isUnusual = true }
      groupLength = 0
      end += 1
      byte = Boundary.byte(text, end)
    }
    guard byte.isDigit ? characters & 1 != 0 : byte.isLetter && characters & 2 != 0 else {
      return false
    }
    add(byte)
    groupLength += 1
    end += 1
    return true
  }

  private mutating func add(_ byte: UInt8) {
    if byte.isDigit {
      remainder = (remainder * 10 + Int(byte &- .zero)) % 97
    } else {
      if byte.lowercased == byte { hasLower = true } else { hasUpper = true }
      remainder = (remainder * 100 + Int(byte.lowercased) - 87) % 97
    }
  }

  /// Whether the remainder is right once the first four characters stand behind the others, and
  /// nothing goes on where the number ends.
  private mutating func isWhole(_ text: Span<UInt8>, _ start: Int) -> Bool {
    for offset in start..<start + 4 { add(text[offset]) }
    if separator != 0, groupLength > 4 { isUnusual = true }
    if hasLower { isUnusual = true }
    return remainder == 1 && !(hasLower && hasUpper) && !Boundary.isWord(Boundary.byte(text, end))
      && (separator != .minus || Boundary.isNumberEnd(text, end)) && isCheck(text, start + 2)
  }

  /// Check digits are 02 to 98: 00, 01 and 99 have the remainders of 97, 98 and 02.
  private func isCheck(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    let check = Int(text[offset] &- .zero) * 10 + Int(text[offset + 1] &- .zero)
    return check >= 2 && check <= 98
  }
}
