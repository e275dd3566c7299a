import Bytes

/// Values behind a name and a sign: `password=...`, `"api_key": "..."`, `密码：...`, and
/// `my password is ...` (spec/redaction.md, section 3).
///
/// The name says which detector looks at the value. Most signs follow no such name, and cost no
/// more than a look at the word before them.
enum Assignments {
  /// The words at which `findSpoken` wants to be called.
  static let spokenSigns: [[UInt8]] = [
    Array("is ".utf8), Array("ist".utf8), Array("es ".utf8), Array("est".utf8),
  ]

  /// Looks at the value behind a `:` or `=`.
  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {
    // The first sign of several asks for all: `:=`, `==`, `::=`.
    let before = Boundary.byte(text, offset - 1)
    if before == .colon || before == UInt8(ascii: "=") { return }
    guard let name = AssignedName.before(offset, in: text) else { return }
    var start = offset
    var colons = 0
    while start - offset < 4 {
      let byte = Boundary.byte(text, start)
      guard byte == .colon || byte == UInt8(ascii: "=") else { break }
      colons += byte == .colon ? 1 : 0
      start += 1
    }
    let hasEquals = colons < start - offset
    // `a::b` and `scheme://` are no assignments.
    if !hasEquals,
      colons > 1 || Boundary.byte(text, start) == .slash && Boundary.byte(text, start + 1) == .slash
    {
      return
    }
    if hasEquals, Boundary.byte(text, start) == UInt8(ascii: ">") { start += 1 }
    check(text, name, from: start, isQuery: hasEquals && colons == 0, into: &hits)
  }

  /// Looks at the value behind a full-width `：` or `＝`.
  static func findWide(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {
    guard let name = AssignedName.before(offset, in: text) else { return }
    check(text, name, from: offset + 3, isQuery: false, into: &hits)
  }

  /// Looks at the value behind the word `is` or `ist`, `es`, `est` at `start`.
  static func findSpoken(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, into hits: inout Hits
  ) {
    guard Boundary.byte(text, start - 1) == .space, let end = spokenEnd(text, start),
      mayBeSecret(text, from: end)
    else { return }
    guard let name = AssignedName.last(text, start - 1, isSpaced: true) ?? far(text, start - 1)
    else {
      return
    }
    let role = SecretNames.role(text, name.start, name.end)
    guard role == .token || role == .password || !role.isEnglish,
      let value = AssignedValue(text, at: end, endsAtAmpersand: false)
    else { return }
    if AWSSecretKey.find(text, text, name, value, into: &hits) { return }
    GenericSecret.check(
      text, value, role.isPassword ? .foreignPassword : .foreignToken, into: &hits)
  }

  /// Whether the next word has a digit or is long, which few words behind `is` are.
  private static func mayBeSecret(_ text: Span<UInt8>, from start: Int) -> Bool {
    var offset = start
    while offset < text.count, offset - start < 12, text[offset] > .space {
      if text[offset].isDigit { return true }
      offset += 1
    }
    return offset - start >= 12
  }

  private static func spokenEnd(_ text: Span<UInt8>, _ start: Int) -> Int? {
    let isThree = Boundary.byte(text, start + 2) == .space
    let isFour = Boundary.byte(text, start + 3) == .space
    if isThree {
      return WordCheck.stands("is", at: start, in: text)
        || WordCheck.stands("es", at: start, in: text) ? start + 3 : nil
    }
    guard isFour,
      WordCheck.stands("ist", at: start, in: text) || WordCheck.stands("est", at: start, in: text)
    else { return nil }
    return start + 4
  }

  /// The name before `for`, `to` or `of` and up to three more words: `password for the server is`.
  private static func far(_ text: Span<UInt8>, _ end: Int) -> AssignedName? {
    var end = end
    for _ in 0..<4 {
      var start = end
      while start > 0, end - start < 24,
        Boundary.isWord(text[start - 1]) || text[start - 1] == .minus
      {
        start -= 1
      }
      guard start < end, Boundary.byte(text, start - 1) == .space else { return nil }
      let isShort = end - start == 2 || end - start == 3
      if isShort,
        WordCheck.stands("for ", at: start, in: text)
          || WordCheck.stands("to ", at: start, in: text)
          || WordCheck.stands("of ", at: start, in: text)
      {
        return AssignedName.last(text, start - 1, isSpaced: true)
      }
      end = start - 1
    }
    return nil
  }

  private static func isPreposition(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    switch text[start] | 0x20 {
    case UInt8(ascii: "f"): end - start == 3 && WordCheck.stands("for", at: start, in: text)
    case UInt8(ascii: "o"): end - start == 2 && WordCheck.stands("of", at: start, in: text)
    case UInt8(ascii: "t"): end - start == 2 && WordCheck.stands("to", at: start, in: text)
    default: false
    }
  }

  /// Looks at a whole text, which is the value of the member `key`.
  static func findWhole(
    _ text: Span<UInt8>, _ key: Span<UInt8>, into hits: inout Hits
  ) {
    guard let name = AssignedName.last(key, key.count, isSpaced: true) else { return }
    let role = SecretNames.role(key, name.start, name.end)
    guard role != .none, role != .signature else { return }
    if role == .authorization {
      AuthHeader.findAuthorization(text, from: 0, into: &hits)
      return
    }
    guard !text.isEmpty, text.count <= AssignedValue.longest, !hasSpace(text) else {
      // `Bearer ...`, or prose.
      if let value = AssignedValue(text, at: 0, endsAtAmpersand: false), value.end == text.count {
        dispatch(text, key, name, role, value, into: &hits)
      }
      return
    }
    let value = AssignedValue(start: 0, end: text.count, isQuoted: true)
    dispatch(text, key, name, role, value, into: &hits)
  }

  private static func hasSpace(_ text: Span<UInt8>) -> Bool {
    for offset in 0..<text.count where text[offset] <= .space { return true }
    return false
  }

  private static func check(
    _ text: Span<UInt8>, _ name: AssignedName, from start: Int, isQuery: Bool,
    into hits: inout Hits
  ) {
    // The value first: most are too short, and the name costs more to look at.
    let value = AssignedValue(text, at: start, endsAtAmpersand: isQuery)
    let length = value.map { $0.end - $0.start } ?? 0
    let mayBeHeader = text[name.end - 1] | 0x20 == UInt8(ascii: "n")
    guard mayBeHeader || length >= (isQuery ? 3 : 8) else { return }
    let role = SecretNames.role(text, name.start, name.end)
    if role == .none || References.isReplacement(text, name.start, name.end) { return }
    if role == .authorization {
      AuthHeader.findAuthorization(text, from: start, into: &hits)
      return
    }
    if role == .password, isQuery, ConnectionString.find(text, name, from: start, into: &hits) {
      return
    }
    if let value { dispatch(text, text, name, role, value, into: &hits) }
  }

  /// Has the detectors of a name's role look at its value; the name stands in `nameText`.
  static func dispatch(
    _ text: Span<UInt8>, _ nameText: Span<UInt8>, _ name: AssignedName, _ role: SecretNames.Role,
    _ value: AssignedValue, into hits: inout Hits
  ) {
    switch role {
    case .none, .authorization: break
    case .signature: AzureSecret.findSignature(text, value, into: &hits)
    case .azureKey:
      if !AzureSecret.findKey(text, value, into: &hits) {
        GenericSecret.check(text, value, .token, into: &hits)
      }
    case .keyHeader:
      if !AuthHeader.findKey(text, value, into: &hits) {
        GenericSecret.check(text, value, .token, into: &hits)
      }
    case .token:
      if !AWSSecretKey.find(text, nameText, name, value, into: &hits) {
        GenericSecret.check(text, value, role, into: &hits)
      }
    case .password, .foreignPassword, .foreignToken:
      GenericSecret.check(text, value, role, into: &hits)
    }
  }
}
