import Bytes

/// E-mail addresses: RFC 5321's dot-string before an `@`, and a host name of two labels or more
/// behind it (spec/redaction.md, section 2).
///
/// The local part is read back from the `@`. Bytes that addresses may have but that nearly always
/// belong to the text around one (`/`, `?`, `|`, `{`, `}`, `*`, `^`) end it, and so does `name=`,
/// so that URLs and assignments keep their own bytes. Letters of Latin, Greek and Cyrillic script
/// belong to it (RFC 6531); other scripts, which write no spaces, are a boundary.
enum EmailAddress {
  static let entry = KindEntry(
    .emailAddress, "EMAIL_ADDRESS", infoType: "EMAIL_ADDRESS", .email,
    confidence: "3",
    definition: "local part of up to 64 bytes, @, host name whose last label is letters",
    example: "write to jane.doe@example.com")

  private static let longestLocalPart = 64

  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {
    guard hits.wants(.emailAddress), endsLocalPart(text, offset),
      beginsDomain(text, offset + 1),
      let end = EmailDomain.end(text, from: offset + 1),
      let start = localPartStart(text, offset),
      !isRepository(text, start, offset, end), !isURLPassword(text, start)
    else { return }
    hits.add(.emailAddress, start, end, confidence: 3)
  }

  private static func endsLocalPart(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    let last = Boundary.byte(text, offset - 1)
    return last != .dot && isLocal(last) || WideLetter.ends(text, offset)
  }

  private static func beginsDomain(_ text: Span<UInt8>, _ start: Int) -> Bool {
    Boundary.isAlphanumeric(Boundary.byte(text, start)) || WideLetter.begins(text, start)
  }

  /// Reads back from the `@` at `end`; nil where nothing or more than 64 bytes is left.
  private static func localPartStart(_ text: Span<UInt8>, _ end: Int) -> Int? {
    var start = end
    var equalsSign: Int?
    while end - start <= longestLocalPart {
      let byte = Boundary.byte(text, start - 1)
      if WideLetter.ends(text, start) {
        start -= 2
      } else if isLocal(byte), !(byte == .dot && Boundary.byte(text, start) == .dot) {
        start -= 1
        if byte == UInt8(ascii: "="), equalsSign == nil { equalsSign = start }
      } else {
        break
      }
    }
    if let equalsSign, isAssignment(text, start, equalsSign) { start = equalsSign + 1 }
    while start < end, isOrnament(text[start]) { start += 1 }
    if start == end { return symbolsStart(text, end) }
    return end - start <= longestLocalPart ? start : nil
  }

  /// Where a local part of marks alone begins, which are then all its own.
  ///
  /// A few of them may be the text's, and many of one a mask: `****@example.org`.
  private static func symbolsStart(_ text: Span<UInt8>, _ end: Int) -> Int? {
    var start = end
    var changes = 0
    while end - start < longestLocalPart, isMark(Boundary.byte(text, start - 1)) {
      start -= 1
      if text[start] != text[start + 1] { changes += 1 }
    }
    return changes > 3 ? start : nil
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "|"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "*"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "_"):
      return true
    default: return isOrnament(byte) && isLocal(byte)
    }
  }

  /// Whether the bytes before a `=` are a name, as in `&email=jane@example.com`; the address of
  /// a mailing list, `list+jane=example.com@example.org`, has none.
  private static func isAssignment(_ text: Span<UInt8>, _ start: Int, _ sign: Int) -> Bool {
    var name = sign
    while name > start, isNameByte(text[name - 1]) { name -= 1 }
    guard name > start else { return true }
    let before = text[name - 1]
    return before == UInt8(ascii: "&") || before == UInt8(ascii: "=")
      || before == UInt8(ascii: "'")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    Boundary.isWord(byte) || byte == .minus
  }

  /// Whether `user:password` behind `//` ends here: the secret of a URL is another kind's.
  private static func isURLPassword(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var offset = start - 1
    var hasColon = false
    while start - offset < 128 {
      switch Boundary.byte(text, offset) {
      case .colon: hasColon = true
      case .slash:
        let before = Boundary.byte(text, offset - 1)
        return hasColon && (before == .slash || before == .backslash)
      case 0...0x20, .quote, UInt8(ascii: "@"), UInt8(ascii: "'"), UInt8(ascii: "<"),
        UInt8(ascii: ">"):
        return false
      default: break
      }
      offset -= 1
    }
    return false
  }

  /// Whether this is the login of a repository, `git@example.com:team/project`: nobody's address.
  private static func isRepository(
    _ text: Span<UInt8>, _ start: Int, _ sign: Int, _ end: Int
  ) -> Bool {
    guard sign - start == 3, WordCheck.stands("git", at: start, in: text) else { return false }
    let next = Boundary.byte(text, end)
    return (next == .colon || next == .slash) && Boundary.isWord(Boundary.byte(text, end + 1))
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    if Boundary.isWord(byte) || byte == .dot || byte == .minus { return true }
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "'"), UInt8(ascii: "%"), UInt8(ascii: "&"),
      UInt8(ascii: "#"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "="),
      UInt8(ascii: "~"):
      return true
    default: return false
    }
  }

  /// What may be inside of a local part, but before one is the text's own.
  private static func isOrnament(_ byte: UInt8) -> Bool {
    byte < 0x80 && !Boundary.isWord(byte)
  }
}
