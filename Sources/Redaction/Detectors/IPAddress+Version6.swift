import Bytes

/// Addresses of IP version 6 in any of the three text forms of RFC 4291, section 2.2, with the
/// zone of RFC 4007 (`fe80::1%eth0`).
///
/// Two colons and more are also times, ratios, slices and names of C++ and Rust: an address must
/// parse whole, and have a digit and five hexadecimal digits, or be `::1`.
extension IPAddress {
  /// Looks at the colon at `offset`, the first of its run; gives the offset behind the run of
  /// colons and hexadecimal digits, all of whose colons are part of this candidate.
  static func findVersion6(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) -> Int {
    guard hits.wants(.ipAddress) else { return 0 }
    var resume = offset
    while isRunByte(Boundary.byte(text, resume)) { resume += 1 }
    guard let start = version6Start(text, offset), let address = Version6(text, start) else {
      return resume
    }
    hits.add(.ipAddress, start, address.end, confidence: 3)
    return max(resume, address.end)
  }

  /// Where the candidate begins: at up to four hexadecimal digits before the first colon, or
  /// behind it where it ends a label, as in `IPv6:2001:db8::1`.
  private static func version6Start(_ text: Span<UInt8>, _ offset: Int) -> Int? {
    var start = offset
    while offset - start < 5, Boundary.byte(text, start - 1).hexadecimalValue != nil {
      start -= 1
    }
    let before = Boundary.byte(text, start - 1)
    if offset - start < 5, !Boundary.isWord(before) {
      let isPart = before == .dot && Boundary.isWord(Boundary.byte(text, start - 2))
      return isPart || before == .colon ? nil : start
    }
    return endsLabel(text, offset) ? offset + 1 : nil
  }

  /// Whether a word that ends in a letter, or in one digit behind a letter, ends at one colon.
  private static func endsLabel(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    guard Boundary.byte(text, offset + 1).hexadecimalValue != nil else { return false }
    let last = Boundary.byte(text, offset - 1)
    return last.isLetter || last.isDigit && Boundary.byte(text, offset - 2).isLetter
  }

  private static func isRunByte(_ byte: UInt8) -> Bool {
    byte == .colon || byte.hexadecimalValue != nil
  }
}

/// One parsed address of IP version 6.
private struct Version6 {
  /// The offset behind it, its zone included.
  private(set) var end: Int

  private var groups = 0
  private var hexadecimalDigits = 0
  private var hasDigit = false
  private var areAllPairs = true
  private var isLoopback = false

  /// Reads the address that begins at `start`; nil unless all that could belong to it does.
  init?(_ text: Span<UInt8>, _ start: Int) {
    end = start
    var hasGap = false
    if Boundary.byte(text, end) == .colon {
      guard Boundary.byte(text, end + 1) == .colon else { return nil }
      hasGap = true
      end += 2
    }
    var isOpen = true
    while isOpen, Boundary.byte(text, end).hexadecimalValue != nil {
      if readVersion4(text) { break }
      guard groups < 8, readGroup(text) else { return nil }
      isOpen = false
      guard Boundary.byte(text, end) == .colon else { break }
      let next = Boundary.byte(text, end + 1)
      if next == .colon {
        guard !hasGap else { return nil }
        hasGap = true
        end += 2
        isOpen = true
      } else if next.hexadecimalValue != nil {
        end += 1
        isOpen = true
      }
    }
    guard groups == 8 || hasGap && groups < 8, isComplete(text) else { return nil }
    isLoopback = end - start == 3 && Boundary.byte(text, start + 2) == 0x31
    guard isLoopback || hasDigit && hexadecimalDigits >= 5 else { return nil }
    if areAllPairs, !hasGap { return nil }  // eight bytes of a dump, or an EUI-64
    readZone(text)
  }

  /// One to four hexadecimal digits.
  private mutating func readGroup(_ text: Span<UInt8>) -> Bool {
    let first = end
    while Boundary.byte(text, end).hexadecimalValue != nil {
      if text[end].isDigit { hasDigit = true }
      end += 1
      guard end - first <= 4 else { return false }
    }
    if end - first != 2 { areAllPairs = false }
    hexadecimalDigits += end - first
    groups += 1
    return true
  }

  /// The address of version 4 that may stand in place of the last two groups.
  private mutating func readVersion4(_ text: Span<UInt8>) -> Bool {
    guard groups <= 6, let quadEnd = IPAddress.quadEnd(text, end) else { return false }
    hexadecimalDigits += quadEnd - end
    hasDigit = true
    areAllPairs = false
    groups += 2
    end = quadEnd
    return true
  }

  /// Whether neither a word, nor more of an address, nor a `.` and a digit follows.
  private func isComplete(_ text: Span<UInt8>) -> Bool {
    let next = Boundary.byte(text, end)
    let second = Boundary.byte(text, end + 1)
    if Boundary.isWord(next) { return false }
    if next == .dot { return !second.isDigit }
    if next == .colon { return second != .colon && !Boundary.isWord(second) }
    return true
  }

  private mutating func readZone(_ text: Span<UInt8>) {
    guard Boundary.byte(text, end) == UInt8(ascii: "%") else { return }
    var offset = end + 1
    while offset - end <= 32, Boundary.isWord(Boundary.byte(text, offset)) { offset += 1 }
    if offset > end + 1, offset - end <= 32 { end = offset }
  }
}
