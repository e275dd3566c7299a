import Bytes

/// Reads what stands between the marker lines of a private key, from the begin marker on.
struct PrivateKeyBody {
  /// The longest block, markers and all.
  private static let longest = 65_536

  private let limit: Int
  /// How far the text has been read.
  private(set) var offset: Int
  /// Behind the last line of key material, or 0 where there was none yet.
  private var materialEnd = 0
  /// The length of the first line of key material.
  private var lineLength = 0
  /// Whether every line since the first was one of a block without gaps.
  private var isUnbroken = true
  /// What stood between the last run of Base64 and this place.
  private var hasLineEnd = false
  private var hasSign = false

  init(start: Int, body: Int) {
    limit = start + Self.longest
    offset = body
  }

  /// The offset behind the block, or nil where it holds no key.
  mutating func read(_ text: Span<UInt8>) -> Int? {
    while offset < min(limit, text.count) {
      let byte = text[offset]
      if byte == .minus {
        guard let end = PrivateKeyLabel.endOfEnd(text, offset) else { break }
        offset = end
        return materialEnd > 0 ? end : nil
      }
      if isRunByte(text, offset) {
        if materialEnd == 0, skipHeader(text) { continue }
        takeRun(text)
      } else if Self.isFiller(byte) {
        skipFiller(text)
      } else {
        break
      }
    }
    return materialEnd > 0 ? materialEnd : nil
  }

  /// Takes a run of Base64, which is a line of the block or a word behind it.
  private mutating func takeRun(_ text: Span<UInt8>) {
    let start = offset
    while offset < min(limit, text.count), isRunByte(text, offset) { offset += 1 }
    defer { (hasLineEnd, hasSign) = (false, false) }
    if materialEnd == 0 {
      guard Self.isMaterial(text, start, offset) else { return }
      lineLength = offset - start
      materialEnd = offset
    } else if isUnbroken {
      // All lines are as long as the first, but for the last one.
      isUnbroken = offset - start == lineLength
      if isUnbroken || isLastLine(text, start) { materialEnd = offset }
    }
  }

  private func isLastLine(_ text: Span<UInt8>, _ start: Int) -> Bool {
    guard offset - start < lineLength, !hasSign else { return false }
    return hasLineEnd || text[offset - 1] == UInt8(ascii: "=")
  }

  /// Skips one line `Name: value`, as headers are; false where none stands here.
  private mutating func skipHeader(_ text: Span<UInt8>) -> Bool {
    var end = offset
    while end - offset < 32, text[end].isLetter || text[end] == .minus {
      end += 1
      if end == text.count { return false }
    }
    guard end > offset, text[end] == .colon, Boundary.byte(text, end + 1) == .space else {
      return false
    }
    let last = min(text.count, end + 200)
    while end < last, text[end] >= .space, text[end] != .backslash {
      if text[end] == .minus, Boundary.byte(text, end + 1) == .minus { break }
      end += 1
    }
    offset = end
    return true
  }

  /// Whether a byte is of Base64; `\/` is a slash in JSON inside of JSON.
  private func isRunByte(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    let byte = text[offset]
    return ByteSet.base64.contains(byte) || byte == UInt8(ascii: "=")
      || byte == .backslash && Boundary.byte(text, offset + 1) == .slash
  }

  /// Skips a byte between lines, or all of an escape.
  private mutating func skipFiller(_ text: Span<UInt8>) {
    let byte = text[offset]
    offset += 1
    switch byte {
    case .newline, .carriageReturn: hasLineEnd = true
    case .space, .tab: break
    case .backslash:
      let letter = Boundary.byte(text, offset)
      guard letter == UInt8(ascii: "n") || letter == UInt8(ascii: "r") else { return }
      offset += 1
      hasLineEnd = true
    default: hasSign = true
    }
  }

  /// Whether a byte may stand between lines: white space, escapes, and what joins lines in source
  /// code, quoted mail and comments.
  private static func isFiller(_ byte: UInt8) -> Bool {
    switch byte {
    case .space, .tab, .newline, .carriageReturn, .backslash, .quote, .comma, .dot: true
    case UInt8(ascii: "'"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "#"): true
    case UInt8(ascii: "*"), UInt8(ascii: ";"), UInt8(ascii: "`"): true
    default: false
    }
  }

  /// Whether a run is part of a key, and not a word of a sentence: 16 characters, or 8 with a
  /// digit and an upper-case letter; and not a placeholder.
  private static func isMaterial(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 8, !Dummy.isPlaceholder(text, start, min(end, start + 128)) else {
      return false
    }
    if end - start >= 16 { return true }
    var (hasDigit, hasUpper) = (false, false)
    for offset in start..<end {
      if text[offset].isDigit { hasDigit = true }
      if text[offset] &- 0x41 < 26 { hasUpper = true }
    }
    return hasDigit && hasUpper
  }
}
