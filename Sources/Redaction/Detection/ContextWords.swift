import Bytes

/// Words that make a number near them what it looks like (spec/redaction.md, section 1, C).
///
/// A word counts where it stands whole within 48 bytes before the candidate or 24 behind it, in
/// any ASCII case, or in the name of the member whose text this is. It may have a plural `s`, or the
/// one digit of a list: `VIN1: ..., VIN2: ...`.
/// Between the parts of `social security` one or two of space, tab, newline, `_` and `-` are
/// alike, and none is needed in `socialSecurity`; in `phoneNumber` both words are whole, in
/// `SSNValue` and `userSSN`, too. Non-ASCII words count as they stand, `É` as `é`.
///
/// Ask only for candidates whose checksum holds: looking back costs time.
struct ContextWords: Sendable {
  private static let reachBefore = 48
  private static let reachBehind = 24
  /// No member's name is looked at further, or a long one would be read for each candidate.
  private static let reachInKey = 128
  /// Parts of a word as long as this may stand together in lower case: `taxfile`, but not `said`
  /// for `sa id`.
  private static let shortestGlued = 8

  /// The words in lower case, one behind the other, with a space between parts.
  private let letters: [UInt8]
  /// The offset behind each word in `letters`.
  private let ends: [Int]
  /// The first bytes of all words, a bit for each: from 0x40, and from 0x80 modulo 64.
  private let letterFirsts: UInt64
  private let otherFirsts: UInt64

  /// Words in lower case that begin with a letter, such as `social security`.
  init(_ words: [String]) {
    var letters: [UInt8] = []
    var ends: [Int] = []
    var letterFirsts: UInt64 = 0
    var otherFirsts: UInt64 = 0
    for word in words {
      let first = letters.count
      letters += word.utf8.map { Self.isJoint($0) ? .space : $0.lowercased }
      precondition(letters.count > first && letters[first] >= 0x40, "a word begins with a letter")
      let bit: UInt64 = 1 << UInt64(letters[first] & 63)
      if letters[first] < 0x80 { letterFirsts |= bit } else { otherFirsts |= bit }
      ends.append(letters.count)
    }
    self.letters = letters
    self.ends = ends
    self.letterFirsts = letterFirsts
    self.otherFirsts = otherFirsts
  }

  /// Whether a word stands near `start ..< end` of the text, or in the member's name.
  func stand(near start: Int, _ end: Int, in text: Span<UInt8>, key: Span<UInt8>) -> Bool {
    stand(in: text, max(0, start - Self.reachBefore), start, isKey: false)
      || stand(in: text, end, min(text.count, end + Self.reachBehind), isKey: false)
      || stand(in: key, 0, min(key.count, Self.reachInKey), isKey: true)
  }

  /// Whether a word stands whole in the part of a text; its neighbours may be outside of the part.
  ///
  /// Eight bytes are looked at in a register. Where none is a letter or from 0x80, all are passed
  /// over at once: among numbers that is so of most.
  private func stand(in text: Span<UInt8>, _ from: Int, _ to: Int, isKey: Bool) -> Bool {
    var offset = from
    while offset &+ 8 <= to {
      var eight = ByteScan.littleEndianWord(in: text, at: offset)
      var place = offset
      while eight & 0xC0C0_C0C0_C0C0_C0C0 != 0 {
        if mayBegin(UInt8(truncatingIfNeeded: eight)),
          begins(text, at: place, to, isKey: isKey)
        {
          return true
        }
        eight &>>= 8
        place &+= 1
      }
      offset &+= 8
    }
    while offset < to {
      if mayBegin(text[offset]), begins(text, at: offset, to, isKey: isKey) { return true }
      offset &+= 1
    }
    return false
  }

  /// Whether a byte is the first one of a word.
  @inline(__always)
  private func mayBegin(_ byte: UInt8) -> Bool {
    // Letters of both cases have the bit of the small one, and bytes from 0x80 their own.
    let bits = byte < 0x80 ? letterFirsts : otherFirsts
    return byte >= 0x40 && bits >> UInt64(byte.lowercased & 63) & 1 != 0
  }

  private func begins(_ text: Span<UInt8>, at start: Int, _ to: Int, isKey: Bool) -> Bool {
    guard text[start] >= 0x80 || Self.isBorder(text, start) else { return false }
    var first = 0
    for last in ends {
      if let end = end(of: first, last, in: text, at: start, to), isWhole(text, start, end),
        isKey || !PlaceholderName.covers(start, end, of: text)
      {
        return true
      }
      first = last
    }
    return false
  }

  /// The offset behind the word `first ..< last` of `letters` where it stands at `start`.
  private func end(
    of first: Int, _ last: Int, in text: Span<UInt8>, at start: Int, _ to: Int
  ) -> Int? {
    var offset = start
    for index in first..<last {
      if letters[index] == .space {
        let joint = offset
        while offset - joint < 2, Self.isJoint(Boundary.byte(text, offset)) { offset += 1 }
        let isGlued = last - first >= Self.shortestGlued || Self.isBorder(text, offset)
        guard offset > joint || isGlued else { return nil }
        continue
      }
      guard offset < to else { return nil }
      var byte = text[offset].lowercased
      // À to Þ are C3 80 to C3 9E, and their small letters stand 0x20 behind.
      if index > first, letters[index - 1] == 0xC3, byte &- 0x80 < 0x1F { byte |= 0x20 }
      guard byte == letters[index] else { return nil }
      offset += 1
    }
    return offset
  }

  /// Whether the word that ends at `end` ends there in the text, or behind a plural `s` or a digit.
  private func isWhole(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if text[start] >= 0x80 || Self.isBorder(text, end) { return true }
    guard Boundary.byte(text, end - 1).isLetter, Self.isBorder(text, end + 1) else { return false }
    let last = Boundary.byte(text, end)
    if last.lowercased == UInt8(ascii: "s") { return true }
    let sign = Boundary.byte(text, end + 1)
    return last.isDigit && (sign == .colon || sign == UInt8(ascii: "="))
  }

  /// Whether a byte may stand between the parts of a word.
  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == .space || byte == UInt8(ascii: "_") || byte == .minus || byte == .tab
      || byte == .newline
  }

  /// Whether no word goes on over an offset: `phoneNumber` has a border before its `N`, and
  /// `SSNValue` before its `V`.
  private static func isBorder(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    let before = Boundary.byte(text, offset - 1)
    let behind = Boundary.byte(text, offset)
    guard Boundary.isAlphanumeric(before), Boundary.isAlphanumeric(behind) else { return true }
    guard isUpper(behind) else { return false }
    return before &- 0x61 < 26
      || isUpper(before) && Boundary.byte(text, offset + 1) &- 0x61 < 26
  }

  @inline(__always)
  private static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
}
