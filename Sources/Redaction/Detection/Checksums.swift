/// Checksums that several kinds share.
enum Checksums {
  /// Luhn's (ISO/IEC 7812-1, annex B) over the digits `range`, the check digit last.
  static func isLuhn(_ groups: borrowing DigitGroups, _ range: Range<Int>) -> Bool {
    var sum = 0
    var index = range.upperBound - 1
    while index > range.lowerBound {
      let doubled = Int(groups.digits[index - 1]) &* 2
      sum &+= Int(groups.digits[index]) &+ doubled &- (doubled > 9 ? 9 : 0)
      index &-= 2
    }
    if index == range.lowerBound { sum &+= Int(groups.digits[index]) }
    return sum % 10 == 0
  }

  /// The sum of the first digits, each times its weight.
  static func sum(_ groups: borrowing DigitGroups, _ weights: [Int]) -> Int {
    var sum = 0
    for index in weights.indices { sum += Int(groups.digits[index]) * weights[index] }
    return sum
  }

  /// Whether a day exists: 1 to 31 by its month and year.
  static func isDate(year: Int, month: Int, day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    if month == 2 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return day <= (isLeap ? 29 : 28)
    }
    return day <= (month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31)
  }
}
