import Bytes

/// Finds French social security numbers (NIR): thirteen characters and a key of two digits, bare,
/// as `1850578006084 91` or in groups, `1 85 05 78 006 084 91`.
///
/// They are sex, year, month, department, municipality, serial and key (spec/redaction.md,
/// section 2; INSEE, decree 82-103). Corsica's departments are `2A` and `2B`, which the key counts
/// as 19 and 18: so the bytes are read, not the digit groups.
enum FRNIR {
  static let entry = KindEntry(
    .frNIR, "FR_NIR", infoType: "FRANCE_NIR", .checksummed,
    confidence: "3",
    definition: "French social security number: 15 digits or with 2A or 2B, key modulo 97",
    example: "NIR 1 85 05 78 006 084 91")

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    let start = groups.start
    var separator: UInt8 = 0
    switch groups.length(0) {
    case 1:
      separator = groups.separator(0)
      guard separator == .space || separator == .minus || separator == .dot else { return }
    case 13, 15: break
    case 6: guard isCorsican(Boundary.byte(text, start + 6)) else { return }
    default: return
    }
    guard hits.wants(.frNIR), isSex(text[start]),
      let end = end(text, from: start, separator), Boundary.isNumberEnd(text, end)
    else { return }
    hits.add(.frNIR, start, end, confidence: 3)
  }

  private static func isSex(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "1") < 4 || byte == UInt8(ascii: "7") || byte == UInt8(ascii: "8")
  }

  /// `A` or `B` behind the 2 of a Corsican department.
  private static func isCorsican(_ byte: UInt8) -> Bool {
    byte.lowercased == UInt8(ascii: "a") || byte.lowercased == UInt8(ascii: "b")
  }

  /// The offset behind a number with the right parts and key, or nil.
  private static func end(
    _ text: Span<UInt8>, from start: Int, _ separator: UInt8
  ) -> Int? {
    var offset = start
    var number = 0
    for index in 0..<13 {
      if separator != 0, startsGroup(index) {
        guard Boundary.byte(text, offset) == separator else { return nil }
        offset += 1
      }
      let byte = Boundary.byte(text, offset)
      if byte.isDigit {
        number = number * 10 + Int(byte &- .zero)
      } else if index == 6, number % 10 == 2, isCorsican(byte) {
        number = number * 10 - (byte.lowercased == UInt8(ascii: "a") ? 1 : 2)
      } else {
        return nil
      }
      offset += 1
    }
    let next = Boundary.byte(text, offset)
    if separator != 0 ? next == separator : next == .space { offset += 1 }
    guard let key = Digits.value(text, at: offset, count: 2), key == 97 - number % 97,
      hasRealParts(number)
    else { return nil }
    return offset + 2
  }

  /// Whether a group begins at a place: year, month, department, municipality, serial.
  private static func startsGroup(_ index: Int) -> Bool {
    index == 1 || index == 3 || index == 5 || index == 7 || index == 10
  }

  /// Month 01 to 12, or one that says that it is not known (20 to 42, 50 to 99); department 01 to
  /// 95 or 97 to 99, overseas and abroad.
  private static func hasRealParts(_ number: Int) -> Bool {
    let month = number / 100_000_000 % 100
    let department = number / 1_000_000 % 100
    guard (1...12).contains(month) || (20...42).contains(month) || month >= 50 else {
      return false
    }
    return department != 0 && department != 96
  }
}
