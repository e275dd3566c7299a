import Bytes

/// Finds Brazilian taxpayer numbers of persons (CPF): eleven digits, `123.456.789-09`.
///
/// Two check digits modulo 11 (spec/redaction.md, section 2). Bare and in other groupings they
/// need a word near them.
enum BRCPF {
  static let entry = KindEntry(
    .brCPF, "BR_CPF", .checksummed,
    confidence: "3, else 2 in context",
    definition: "Brazilian CPF: 11 digits as 3.3.3-2, two check digits modulo 11",
    example: "CPF 123.456.789-09")

  private static let context = ContextWords([
    "cpf", "cpfs", "cadastro de pessoa", "cadastro de pessoas", "contribuinte",
  ])

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    let start = groups.start
    let isUsual = isPunctuated(groups)
    guard let end = isUsual ? groups.end(3) : endOfOther(groups), hits.wants(.brCPF),
      Boundary.isNumberEnd(text, end), !groups.isOneDigitRepeated(11),
      check(groups, 9) == groups.digits[9], check(groups, 10) == groups.digits[10]
    else { return }
    let isNear = isUsual || context.stand(near: start, end, in: text, key: key)
    hits.add(.brCPF, start, end, confidence: isUsual ? 3 : isNear ? 2 : 1)
  }

  /// `ddd.ddd.ddd-dd`.
  private static func isPunctuated(_ groups: borrowing DigitGroups) -> Bool {
    guard groups.end(of: 0x333, .dot) != nil, groups.length(3) == 2 else { return false }
    return groups.separator(2) == .minus
  }

  /// Bare, `ddddddddd-dd`, or one separator throughout.
  private static func endOfOther(_ groups: borrowing DigitGroups) -> Int? {
    switch groups.length(0) {
    case 11: groups.end(0)
    case 9: groups.end(of: 0x92, .dash)
    case 3: groups.end(of: 0x3332, [.space, .dash, .dot])
    default: nil
    }
  }

  /// The check digit behind the first `count` digits, which weigh `count + 1` down to 2.
  private static func check(_ groups: borrowing DigitGroups, _ count: Int) -> UInt8 {
    var sum = 0
    for index in 0..<count { sum += Int(groups.digits[index]) * (count + 1 - index) }
    return UInt8(sum * 10 % 11 % 10)
  }
}
