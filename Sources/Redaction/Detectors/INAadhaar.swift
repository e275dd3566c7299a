import Bytes

/// Finds Indian Aadhaar numbers (spec/redaction.md, section 2): `2341 2341 2346`.
///
/// Their check digit is Verhoeff's, of the dihedral group of ten elements ("Error detecting
/// decimal codes", 1969); one number of ten passes, so a word must say what it is.
enum INAadhaar {
  static let entry = KindEntry(
    .inAadhaar, "IN_AADHAAR", infoType: "INDIA_AADHAAR_INDIVIDUAL", .checksummed,
    confidence: "2 in context, 1 in groups",
    definition: "twelve digits, bare or grouped 4-4-4; not from 0 or 1; Verhoeff; in context",
    example: "Aadhaar 2341 2341 2346")

  private static let words = ContextWords([
    "aadhaar", "aadhar", "adhaar", "adhar", "uidai", "आधार",
  ])
  /// Where Verhoeff's permutation takes each digit.
  private static let permutation: [UInt8] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
  /// The same, applied none to seven times: ten digits each.
  private static let permutations: [UInt8] = {
    var rows = Array(UInt8(0)..<10)
    for index in 0..<70 { rows.append(permutation[Int(rows[index])]) }
    return rows
  }()

  static func find(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    guard let end = groups.end(bare: 12, or: 0x444, .spaceOrDash), hits.wants(.inAadhaar),
      groups.digits[0] >= 2, isVerhoeff(groups), !isPalindrome(groups),
      Boundary.isNumberEnd(text, end)
    else { return }
    if words.stand(near: groups.start, end, in: text, key: key) {
      hits.add(.inAadhaar, groups.start, end, confidence: 2)
    } else if groups.endOfBare(12) == nil {
      hits.add(.inAadhaar, groups.start, end, confidence: 1)
    }
  }

  private static func isVerhoeff(_ groups: borrowing DigitGroups) -> Bool {
    var check = 0
    for index in 0..<12 {
      let digit = Int(groups.digits[11 - index])
      check = product(check, Int(permutations[index % 8 * 10 + digit]))
    }
    return check == 0
  }

  /// The product of two elements of the group: 0 to 4 turn a pentagon, 5 to 9 turn it over, too.
  private static func product(_ left: Int, _ right: Int) -> Int {
    let isOver = left >= 5
    let turn = (isOver ? left - right + 10 : left + right) % 5
    return isOver == (right >= 5) ? turn : turn + 5
  }

  private static func isPalindrome(_ groups: borrowing DigitGroups) -> Bool {
    for index in 0..<6 where groups.digits[index] != groups.digits[11 - index] { return false }
    return true
  }
}
