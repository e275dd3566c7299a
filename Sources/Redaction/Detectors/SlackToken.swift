import Bytes

/// Slack's tokens behind `xoxb-` and its like: one to three groups of six to fourteen digits and a
/// tail, perhaps with a version of one digit before them; or, in the forms without groups of
/// digits, a tail alone.
enum SlackToken {
  private static let longest = 260

  /// The offset behind a token whose prefix ends at `body`, or nil.
  static func end(_ text: Span<UInt8>, _ body: Int) -> Int? {
    var offset = body
    if Boundary.byte(text, offset).isDigit, Boundary.byte(text, offset + 1) == .minus {
      offset += 2
    }
    var groups = 0
    while groups < 3, let behind = endOfGroup(text, offset) {
      offset = behind
      groups += 1
    }
    guard let end = endOfTail(text, offset) else { return nil }
    let length = end - offset
    if groups > 0 { return length >= 10 && length <= 80 ? end : nil }
    return isTailAlone(text, body, offset, end) ? end : nil
  }

  /// The offset behind six to fourteen digits and a `-`, or nil.
  private static func endOfGroup(_ text: Span<UInt8>, _ start: Int) -> Int? {
    var end = start
    while end - start < 15, Boundary.byte(text, end).isDigit { end += 1 }
    return (6...14).contains(end - start) && Boundary.byte(text, end) == .minus ? end + 1 : nil
  }

  private static func endOfTail(_ text: Span<UInt8>, _ start: Int) -> Int? {
    if ByteScan.hasWord(text, at: start, "xox") { return nil }
    var end = start
    while end - start <= longest {
      let byte = Boundary.byte(text, end)
      guard Boundary.isAlphanumeric(byte) || byte == .minus else { return end }
      if byte == .minus, ByteScan.hasWord(text, at: end + 1, "xox") { return nil }
      end += 1
    }
    return nil
  }

  /// Whether a tail without groups of digits is one: 40 characters with four digits, whose first
  /// group is not all digits, and after `xoxa-` and `xoxr-` eight with a letter and a digit.
  private static func isTailAlone(
    _ text: Span<UInt8>, _ body: Int, _ start: Int, _ end: Int
  ) -> Bool {
    var (digits, letters, dashes, leading) = (0, 0, 0, 0)
    for offset in start..<end {
      if text[offset] == .minus {
        dashes += 1
      } else if text[offset].isDigit {
        digits += 1
      } else {
        letters += 1
        if dashes == 0 { leading += 1 }
      }
    }
    guard digits > 0, letters > 0, leading > 0, dashes <= 3 else { return false }
    let length = end - start
    if length >= 40 { return digits >= 4 }
    let isWorkspaceToken =
      text[body - 2] == UInt8(ascii: "a") || text[body - 2] == UInt8(ascii: "r")
    return dashes == 0 && length >= 8 && isWorkspaceToken
  }
}
