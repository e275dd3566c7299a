import Bytes

/// Secrets of no known shape, told by the name in front of them (spec/redaction.md, section 3):
/// `db_password = "..."`, `api-key: ...`, `密码：...`.
///
/// What people choose must have letters and digits, or be long with both cases. What machines make
/// must be longer, and look random: no words, names, paths, calls or dates.
enum GenericSecret {
  static let entry = KindEntry(
    .genericSecret, "GENERIC_SECRET", infoType: "PASSWORD", .generic,
    confidence: "3, 2 in other languages than English",
    definition: "value behind a name such as password, secret, token or api_key and a sign",
    example: "db_password = \"" + "kranich7" + "Blau" + "\"")

  /// Notes a value behind a name of the role `role` where it looks like a secret.
  static func check(
    _ text: Span<UInt8>, _ value: AssignedValue, _ role: SecretNames.Role, into hits: inout Hits
  ) {
    guard hits.wants(.genericSecret), value.end - value.start >= 8 else { return }
    let shape = ValueShape(text, value.start, value.end)
    let isSecret =
      role.isPassword ? isPassword(text, value, shape) : isToken(text, value, shape)
    guard isSecret else { return }
    hits.add(
      .genericSecret, value.start, value.end, confidence: role.isEnglish ? 3 : 2)
  }

  private static func isPassword(
    _ text: Span<UInt8>, _ value: AssignedValue, _ shape: ValueShape
  ) -> Bool {
    guard shape.hasLetter, shape.count <= 256 else { return false }
    if shape.isNoise { return !isCut(text, value) }
    if shape.hasDigit {
      // `password2` is the field in which it is typed again.
      if !value.isQuoted, shape.digits == 1, shape.count == 9, shape.marks == 0,
        WordCheck.stands("password", at: value.start, in: text)
      {
        return false
      }
    } else if shape.markKinds < 3 || shape.count < 10 {
      guard shape.hasBothCases, shape.count >= 12 || shape.marks > 0 else { return false }
      // Names of types and fields have words, and nothing else.
      if shape.marks == 0, !value.isQuoted || holdsNameWord(text, value), shape.changes < 5 {
        return false
      }
    }
    return !References.covers(text, value, shape)
  }

  private static func isToken(
    _ text: Span<UInt8>, _ value: AssignedValue, _ shape: ValueShape
  ) -> Bool {
    guard shape.hasLetter, shape.count >= 12 else { return false }
    if shape.isNoise { return !isCut(text, value) }
    guard shape.hasDigit ? !shape.isReadable : shape.isRandomLetters else { return false }
    // Calls and names of types, as code has them.
    if !value.isQuoted, shape.openings > 0 || shape.isTypeName { return false }
    if shape.digits * (value.isQuoted ? 8 : 5) <= shape.count, shape.marks + shape.slashes == 0,
      holdsNameWord(text, value)
    {
      return false
    }
    if References.covers(text, value, shape) || isPath(shape) || isAddress(text, value) {
      return false
    }
    return Entropy.bits(text, value.start, value.end) >= 3
  }

  /// Whether marks without order are those of a regular expression or a template, or a mask's.
  private static func isCut(_ text: Span<UInt8>, _ value: AssignedValue) -> Bool {
    let first = text[value.start]
    if first == UInt8(ascii: "(") || first == .openBracket || first == .openBrace { return true }
    for offset in value.start..<value.end
    where text[offset] == UInt8(ascii: "?") || text[offset] == UInt8(ascii: "*") {
      return true
    }
    return Dummy.isPlaceholder(text, value.start, value.end)
  }

  /// Three slashes in so few characters that base64 would rather have none.
  private static func isPath(_ shape: ValueShape) -> Bool {
    shape.slashes >= 3 && shape.count < 24 * shape.slashes && shape.changes * 5 < shape.count
  }

  /// A contract on a chain that makes tokens: `0x` and 40 hexadecimal digits.
  private static func isAddress(_ text: Span<UInt8>, _ value: AssignedValue) -> Bool {
    guard value.end - value.start == 42, WordCheck.stands("0x", at: value.start, in: text) else {
      return false
    }
    for offset in value.start + 2..<value.end where text[offset].hexadecimalValue == nil {
      return false
    }
    return true
  }

  /// Whether one of the words of names of types and fields is part of the value.
  private static func holdsNameWord(_ text: Span<UInt8>, _ value: AssignedValue) -> Bool {
    for offset in value.start..<value.end {
      switch text[offset] | 0x20 {
      case UInt8(ascii: "p"):
        if WordCheck.stands("password", at: offset, in: text) { return true }
      case UInt8(ascii: "s"):
        if WordCheck.stands("string", at: offset, in: text)
          || WordCheck.stands("secret", at: offset, in: text)
        {
          return true
        }
      case UInt8(ascii: "t"):
        if WordCheck.stands("token", at: offset, in: text)
          || WordCheck.stands("text", at: offset, in: text)
          || WordCheck.stands("type", at: offset, in: text)
        {
          return true
        }
      case UInt8(ascii: "k"):
        if WordCheck.stands("key", at: offset, in: text) { return true }
      case UInt8(ascii: "f"):
        if WordCheck.stands("field", at: offset, in: text) { return true }
      case UInt8(ascii: "i"):
        if WordCheck.stands("input", at: offset, in: text) { return true }
      default: break
      }
    }
    return false
  }
}
