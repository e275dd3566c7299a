import Bytes

/// Finds Brazilian taxpayer numbers of companies (CNPJ): fourteen digits, `11.222.333/0001-81`.
///
/// Two check digits modulo 11 (spec/redaction.md, section 2). `11222333/0001-81` counts as well;
/// bare they need a word near them.
///
/// Since July 2026 all but the check digits may be letters, which count as their ASCII number
/// less 48 (Receita Federal, IN 2.229/2024).
enum BRCNPJ {
  static let entry = KindEntry(
    .brCNPJ, "BR_CNPJ", .checksummed,
    confidence: "3, else 2 in context",
    definition: "Brazilian CNPJ: 14 digits or capitals as 2.3.3/4-2, two check digits modulo 11",
    example: "CNPJ 11.222.333/0001-81")

  private static let context = ContextWords([
    "cnpj", "cnpjs", "cadastro nacional", "pessoa jurídica", "pessoa juridica",
  ])

  /// Looks at a number of digits alone.
  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    switch groups.length(0) {
    case 2: add(text, key, groups.start, groups.start + 18, confidence: 3, into: &hits)
    case 8: add(text, key, groups.start, groups.start + 16, confidence: 2, into: &hits)
    case 14: add(text, key, groups.start, groups.start + 14, confidence: 1, into: &hits)
    default: return
    }
  }

  /// Looks at a token that may be a number with letters, or the check digits of one.
  ///
  /// The check digits are the anchor of the punctuated form, for they alone are always digits.
  static func findAlphanumeric(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    if end - start == 2 {
      guard Boundary.byte(text, start - 1) == .minus, Boundary.byte(text, start - 6) == .slash
      else { return }
      add(text, key, start - 16, end, confidence: 3, into: &hits)
    } else if end - start == 14 {
      add(text, key, start, end, confidence: 1, into: &hits)
    }
  }

  /// Notes the number that takes up `start ..< end`; where the confidence is 1, context raises it.
  private static func add(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, confidence: UInt8,
    into hits: inout Hits
  ) {
    guard start >= 0, end <= text.count, hits.wants(.brCNPJ), isValid(text, start, end),
      Boundary.isNumberStart(text, start), Boundary.isNumberEnd(text, end)
    else { return }
    let isRaised =
      confidence == 1 && context.stand(near: start, end, in: text, key: key)
    hits.add(.brCNPJ, start, end, confidence: isRaised ? 2 : confidence)
  }

  /// Whether the shape and the check digits are right; the length is one of the three.
  private static func isValid(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var first = 0
    var second = 0
    var count = 0
    var isMixed = false
    for offset in start..<end {
      let byte = text[offset]
      if let sign = sign(at: offset - start, end - start) {
        guard byte == sign else { return false }
        continue
      }
      guard byte.isDigit || count < 12 && byte &- UInt8(ascii: "A") < 26 else { return false }
      let value = Int(byte &- .zero)
      if count == 12, value != first % 11 % 10 { return false }
      if count == 13, value != second % 11 % 10 { return false }
      // Weights 5 4 3 2 9 8 7 6 5 4 3 2, and with a 6 before them; times 10 gives the digit.
      if count < 12 { first += value * ((11 - count) % 8 + 2) * 10 }
      if count < 13 { second += value * ((12 - count) % 8 + 2) * 10 }
      if byte != text[start] { isMixed = true }
      count += 1
    }
    return isMixed
  }

  /// The sign that stands at a place of a number that has so many bytes, or nil.
  private static func sign(at place: Int, _ length: Int) -> UInt8? {
    switch length - place {
    case 3 where length > 14: .minus
    case 8 where length > 14: .slash
    case 12 where length == 18, 16 where length == 18: .dot
    default: nil
    }
  }
}
