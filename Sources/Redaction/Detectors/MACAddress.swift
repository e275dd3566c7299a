import Bytes

/// Hardware addresses of 48 bits: six pairs with `:` or `-` between, or Cisco's three groups of
/// four with `.` (IEEE 802, EUI-48; spec/redaction.md, section 2).
///
/// Longer chains are fingerprints. Equal pairs throughout, such as the broadcast address, are
/// nobody's; six decimal pairs that are a date and time are one.
enum MACAddress {
  static let entry = KindEntry(
    .macAddress, "MAC_ADDRESS", infoType: "MAC_ADDRESS", .ip,
    confidence: "2",
    definition: "six pairs of hexadecimal digits with one separator, or Cisco's 4.4.4",
    example: "interface 00:1A:2B:3C:4D:5E is up")

  private static let context = ContextWords(["mac", "physical address", "hardware address"])

  static func findColons(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) -> Int {
    guard hits.wants(.macAddress) else { return 0 }
    if isPairStart(text, offset - 2), Boundary.byte(text, offset - 3) != .colon {
      return findPairs(text, offset - 2, .colon, into: &hits)
    }
    // `mac:00:1a:2b:3c:4d:5e`: the first colon belongs to the label.
    let label = Boundary.byte(text, offset - 1)
    guard label.isLetter, label.hexadecimalValue == nil || isLabel(text, offset) else { return 0 }
    return findPairs(text, offset + 1, .colon, into: &hits)
  }

  static func findDashes(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {
    guard hits.wants(.macAddress), isPairStart(text, offset - 2),
      Boundary.byte(text, offset - 3) != .minus || isDashDash(text, offset - 3)
    else { return }
    _ = findPairs(text, offset - 2, .minus, into: &hits)
  }

  static func findDots(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {
    let start = offset - 4
    guard hits.wants(.macAddress), isGroup(text, start, 4), isGroup(text, start + 5, 4),
      isGroup(text, start + 10, 4), Boundary.isToken(text, start, start + 14)
    else { return }
    let before = Boundary.byte(text, start - 1)
    let next = Boundary.byte(text, start + 14)
    guard before != .dot, !(next == .dot && Boundary.isWord(Boundary.byte(text, start + 15))),
      !isOneDigit(text, start, 14, .dot),
      !isDecimal(text, start, 14, .dot)
        || context.stand(near: start, start + 14, in: text, key: key)
    else { return }
    hits.add(.macAddress, start, start + 14, confidence: 2)
  }

  /// What the dots of a group with a digit don't lead to: letters alone, as in `mac address
  /// aabb.ccdd.eeff`, which only a label before them leads to.
  static func findLabelled(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, into hits: inout Hits
  ) {
    guard hits.wants(.macAddress),
      WordCheck.stands("mac", at: start, in: text)
        || WordCheck.stands("physical", at: start, in: text)
        || WordCheck.stands("hardware", at: start, in: text)
        || WordCheck.stands("ether", at: start, in: text)
    else { return }
    for offset in start + 3..<start + 3 + reachOfLabel
    where Boundary.byte(text, offset) == .dot && Boundary.byte(text, offset + 5) == .dot {
      if !hasDigit(text, offset - 4, 14) { findDots(text, key, offset, into: &hits) }
      return
    }
  }

  private static let reachOfLabel = 32

  private static func hasDigit(_ text: Span<UInt8>, _ start: Int, _ length: Int) -> Bool {
    for offset in start..<start + length where Boundary.byte(text, offset).isDigit { return true }
    return false
  }

  /// Whether a dash is the second of two, as before `--00-1a-2b-3c-4d-5e`.
  private static func isDashDash(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    !Boundary.isWord(Boundary.byte(text, offset - 1))
  }

  /// Whether a word that is no pair ends at an offset, such as `interface`.
  private static func isLabel(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    Boundary.isWord(Boundary.byte(text, offset - 2))
      && Boundary.isWord(Boundary.byte(text, offset - 3))
  }

  private static func isPairStart(_ text: Span<UInt8>, _ start: Int) -> Bool {
    isGroup(text, start, 2) && !Boundary.isWord(Boundary.byte(text, start - 1))
  }

  /// Six pairs from `start`; gives the offset behind them, or 0.
  private static func findPairs(
    _ text: Span<UInt8>, _ start: Int, _ separator: UInt8, into hits: inout Hits
  ) -> Int {
    for pair in 0..<6 {
      guard isGroup(text, start + 3 * pair, 2) else { return 0 }
      if pair < 5, Boundary.byte(text, start + 3 * pair + 2) != separator { return 0 }
    }
    let end = start + 17
    let next = Boundary.byte(text, end)
    guard !Boundary.isWord(next),
      next != separator || !Boundary.isWord(Boundary.byte(text, end + 1)),
      !isPairRepeated(text, start), !isDateTime(text, start)
    else { return 0 }
    hits.add(.macAddress, start, end, confidence: 2)
    return end
  }

  private static func isGroup(_ text: Span<UInt8>, _ start: Int, _ length: Int) -> Bool {
    guard start >= 0 else { return false }
    for offset in start..<start + length
    where Boundary.byte(text, offset).hexadecimalValue == nil { return false }
    return true
  }

  private static func isPairRepeated(_ text: Span<UInt8>, _ start: Int) -> Bool {
    for pair in 1..<6 {
      for half in 0..<2
      where text[start + 3 * pair + half].lowercased != text[start + half].lowercased {
        return false
      }
    }
    return true
  }

  private static func isOneDigit(
    _ text: Span<UInt8>, _ start: Int, _ length: Int, _ separator: UInt8
  ) -> Bool {
    for offset in start..<start + length
    where text[offset] != separator && text[offset].lowercased != text[start].lowercased {
      return false
    }
    return true
  }

  private static func isDecimal(
    _ text: Span<UInt8>, _ start: Int, _ length: Int, _ separator: UInt8
  ) -> Bool {
    for offset in start..<start + length
    where text[offset] != separator && !text[offset].isDigit { return false }
    return true
  }

  /// Whether the pairs are a year, month, day, hour, minute and second.
  private static func isDateTime(_ text: Span<UInt8>, _ start: Int) -> Bool {
    guard isDecimal(text, start, 17, text[start + 2]) else { return false }
    func pair(_ index: Int) -> Int {
      let offset = start + 3 * index
      return Int(text[offset] &- .zero) * 10 + Int(text[offset + 1] &- .zero)
    }
    return Checksums.isDate(year: 2000 + pair(0), month: pair(1), day: pair(2)) && pair(3) < 24
      && pair(4) < 60 && pair(5) < 60
  }
}
