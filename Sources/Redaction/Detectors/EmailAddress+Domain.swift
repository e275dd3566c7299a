import Bytes

/// The host name of an e-mail address.
enum EmailDomain {
  private static let longest = 255

  /// Last labels that are no domains but files and units of systemd: `icon@2x.png`.
  private static let files: [[UInt8]] = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "js", "ts", "css", "json", "html", "service",
    "socket", "timer", "mount", "slice",
  ].map { Array($0.utf8) }

  /// The offset behind the host name that begins at `start`, or nil where there is none: two
  /// labels or more, the last of letters, and no `@` or word byte behind.
  static func end(_ text: Span<UInt8>, from start: Int) -> Int? {
    var offset = start
    var label = start
    var labels = 0
    var found: Int?
    while offset - start < longest {
      offset = labelEnd(text, label)
      guard offset > label, offset - label <= 63 else { break }
      labels += 1
      if labels == 2, isVersion(text, start, label) { return nil }
      if labels > 1, let last = topLevelEnd(text, label, offset) { found = last }
      let goesOn = found == nil || found == offset
      guard Boundary.byte(text, offset) == .dot, goesOn || isTopLevelAhead(text, offset + 1)
      else { break }
      label = offset + 1
    }
    guard let found, Boundary.byte(text, found) != UInt8(ascii: "@"),
      !isGluedByUnderscore(text, found)
    else { return nil }
    return found
  }

  private static func labelEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
    guard Boundary.byte(text, start) != .minus else { return start }
    var end = start
    while end - start < 64 {
      let byte = Boundary.byte(text, end)
      if Boundary.isAlphanumeric(byte) || byte == .minus {
        end += 1
      } else if WideLetter.begins(text, end) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Whether the label that begins at `start` may be a last one, too.
  private static func isTopLevelAhead(_ text: Span<UInt8>, _ start: Int) -> Bool {
    let end = labelEnd(text, start)
    return end > start && topLevelEnd(text, start, end) == end
  }

  /// The offset behind the label, or behind its letters where `-` follows them, if it may be the
  /// last one: 2 to 24 letters, or `xn--` and more.
  private static func topLevelEnd(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    if end - start > 4, WordCheck.stands("xn--", at: start, in: text) { return end }
    var offset = start
    var letters = 0
    while offset < end {
      if text[offset].isLetter {
        offset += 1
      } else if WideLetter.begins(text, offset) {
        offset += 2
      } else {
        break
      }
      letters += 1
    }
    guard letters >= 2, letters <= 24, offset >= end || text[offset] == .minus,
      !isFile(text, start, offset)
    else { return nil }
    return offset
  }

  private static func isFile(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for index in files.indices where files[index].count == end - start {
      var position = 0
      while position < end - start,
        text[start + position].lowercased == files[index][position]
      {
        position += 1
      }
      if position == end - start { return true }
    }
    return false
  }

  /// Whether digits, a dot and a digit begin the name, as in `package@1.2.3-rc.beta`.
  private static func isVersion(_ text: Span<UInt8>, _ start: Int, _ second: Int) -> Bool {
    for offset in start..<second - 1 where !text[offset].isDigit { return false }
    return Boundary.byte(text, second).isDigit
  }

  /// Whether a word goes on behind the name; a lone `_` is emphasis: `_jane@example.com_`.
  private static func isGluedByUnderscore(_ text: Span<UInt8>, _ end: Int) -> Bool {
    Boundary.byte(text, end) == UInt8(ascii: "_")
      && Boundary.isWord(Boundary.byte(text, end + 1))
  }
}

/// Letters of two bytes in UTF-8, U+00C0 to U+052F: Latin, Greek, Cyrillic and combining marks.
enum WideLetter {
  /// Whether one begins at an offset.
  static func begins(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    let lead = Boundary.byte(text, offset)
    guard lead >= 0xC3, lead <= 0xD4 else { return false }
    let second = Boundary.byte(text, offset + 1)
    guard second >= 0x80, second < 0xC0 else { return false }
    return lead != 0xC3 || second != 0x97 && second != 0xB7  // × and ÷
  }

  /// Whether one ends before an offset.
  static func ends(_ text: Span<UInt8>, _ offset: Int) -> Bool { begins(text, offset - 2) }
}
