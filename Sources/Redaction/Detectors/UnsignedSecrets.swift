import Bytes

/// Values that follow a name with no `:` or `=` between: `<password>...</password>`,
/// `--api-token ...`, `getenv("TOKEN", "...")`, `curl -u user:...`, `Bearer ...`, `密码是...`.
///
/// Their anchor is the first word with a digit in it, which every such value has; one step back
/// over what may stand before it in the value, and the byte in front tells which form it may be.
enum UnsignedSecrets {
  /// Looks at the value whose first word with a digit begins at `start`.
  static func find(_ text: Span<UInt8>, _ start: Int, into hits: inout Hits) {
    var first = start
    while first > 0, start - first < 64, !isFront(text[first - 1]) {
      // An earlier word with a digit was asked already.
      if text[first - 1].isDigit { return }
      first -= 1
    }
    guard first > 0 else { return }
    switch text[first - 1] {
    case UInt8(ascii: ">"): element(text, first, first, into: &hits)
    case .space: spaced(text, first, into: &hits)
    case .newline, .tab: element(text, first, first - 1, into: &hits)
    case .quote, UInt8(ascii: "'"): argument(text, first, into: &hits)
    case .comma: column(text, first, into: &hits)
    case .colon: login(text, first, into: &hits)
    case 0x80...0xFF: copula(text, first, at: first, into: &hits)
    default: break
    }
  }

  /// Whether a byte stands in front of a value.
  private static func isFront(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...UInt8.space, .quote, UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: ">"),
      UInt8(ascii: "<"), .comma, .colon, UInt8(ascii: "="), UInt8(ascii: "("), UInt8(ascii: ";"),
      UInt8(ascii: "|"), .backslash, 0x7F...0xFF:
      true
    default: false
    }
  }

  /// The text of an XML element, which may stand on a line of its own.
  private static func element(
    _ text: Span<UInt8>, _ first: Int, _ before: Int, into hits: inout Hits
  ) {
    var end = before
    while end > 0, before - end < 32, text[end - 1] <= .space { end -= 1 }
    guard Boundary.byte(text, end - 1) == UInt8(ascii: ">"),
      let name = AssignedName.last(text, end - 1, isSpaced: false),
      Boundary.byte(text, name.start - 1) == UInt8(ascii: "<")
    else { return }
    check(text, name, at: first, isQuoted: false, into: &hits)
  }

  /// An option of a command, `Bearer` or a password in a sentence; or an element.
  private static func spaced(_ text: Span<UInt8>, _ first: Int, into hits: inout Hits) {
    let end = first - 1
    let before = Boundary.byte(text, end - 1)
    if before <= .space || before == UInt8(ascii: ">") {
      element(text, first, end, into: &hits)
      return
    }
    if before >= 0x80 { copula(text, end, at: first, into: &hits) }
    guard before.isLetter else { return }
    if WordCheck.stands("bearer", at: end - 6, in: text),
      !Boundary.isWord(Boundary.byte(text, end - 7))
    {
      AuthHeader.findBearer(text, from: first, into: &hits)
      return
    }
    guard let name = AssignedName.last(text, end, isSpaced: false) else { return }
    // A name that is read back over `-` begins with those of an option.
    if text[name.start] == .minus {
      check(text, name, at: first, isQuoted: false, into: &hits)
      return
    }
    guard SecretNames.role(text, name.start, name.end) == .password,
      let value = AssignedValue(text, at: first, endsAtAmpersand: false)
    else { return }
    let shape = ValueShape(text, value.start, value.end)
    if shape.marks > 0 || shape.changes > 2 {
      GenericSecret.check(text, value, .foreignPassword, into: &hits)
    }
  }

  /// The argument behind one that is the name, or behind a name alone: `api_key "..."`.
  private static func argument(_ text: Span<UInt8>, _ first: Int, into hits: inout Hits) {
    var end = AssignedName.skipSpaces(text, before: first - 1)
    guard end > 0, end < first - 1 || text[end - 1] == .comma else { return }
    var isQuoted = false
    if text[end - 1] == .comma {
      end = AssignedName.skipSpaces(text, before: end - 1)
      guard AssignedName.isQuote(Boundary.byte(text, end - 1)) else { return }
      end -= 1
      isQuoted = true
    }
    guard let name = AssignedName.last(text, end, isSpaced: isQuoted) else { return }
    let before = Boundary.byte(text, name.start - 1)
    guard !isQuoted || AssignedName.isQuote(before) else { return }
    check(text, name, at: first - 1, isQuoted: true, into: &hits)
  }

  /// The column behind a name, as in `apiToken,...,`.
  private static func column(_ text: Span<UInt8>, _ first: Int, into hits: inout Hits) {
    guard let name = AssignedName.last(text, first - 1, isSpaced: false) else { return }
    check(text, name, at: first, isQuoted: false, into: &hits)
  }

  /// The password of `-u user:password` or `--user`.
  private static func login(_ text: Span<UInt8>, _ first: Int, into hits: inout Hits) {
    var end = first - 1
    while end > 0, first - end < 64, isUser(text[end - 1]) { end -= 1 }
    if AssignedName.isQuote(Boundary.byte(text, end - 1)) { end -= 1 }
    if Boundary.byte(text, end - 1) == UInt8(ascii: "=") {
      end -= 1
    } else {
      end = AssignedName.skipSpaces(text, before: end)
    }
    guard
      ByteScan.hasWord(text, at: end - 3, " -u") || ByteScan.hasWord(text, at: end - 7, " --user"),
      let value = AssignedValue(text, at: first, endsAtAmpersand: false)
    else { return }
    GenericSecret.check(text, value, .foreignPassword, into: &hits)
  }

  private static func isUser(_ byte: UInt8) -> Bool {
    Boundary.isWord(byte) || byte == .dot || byte == .minus || byte == UInt8(ascii: "@")
      || byte == UInt8(ascii: "+")
  }

  /// 是, 为, 為 or は between a name and its value.
  private static func copula(
    _ text: Span<UInt8>, _ end: Int, at first: Int, into hits: inout Hits
  ) {
    guard
      ByteScan.hasWord(text, at: end - 3, "是") || ByteScan.hasWord(text, at: end - 3, "为")
        || ByteScan.hasWord(text, at: end - 3, "為") || ByteScan.hasWord(text, at: end - 3, "は"),
      let name = AssignedName.last(text, end - 3, isSpaced: false)
    else { return }
    check(text, name, at: first, isQuoted: false, into: &hits)
  }

  private static func check(
    _ text: Span<UInt8>, _ name: AssignedName, at start: Int, isQuoted: Bool,
    into hits: inout Hits
  ) {
    let role = SecretNames.role(text, name.start, name.end)
    if role == .authorization {
      AuthHeader.findAuthorization(text, from: start, into: &hits)
      return
    }
    guard role != .none, role != .signature,
      let value = AssignedValue(text, at: start, endsAtAmpersand: false),
      value.isQuoted == isQuoted
    else { return }
    Assignments.dispatch(text, text, name, role, value, into: &hits)
  }
}
