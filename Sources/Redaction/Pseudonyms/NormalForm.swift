import Bytes

/// Whether spellings of an e-mail address that differ in case only are the same person.
public enum EmailFolding: String, CaseIterable, Sendable {
  /// Domain and local part compare in any case: `Jane@Example.com` is `jane@example.com`.
  case `case`
  /// The local part compares as spelled, as RFC 5321 has it; the domain in any case.
  case strict
}

/// The form of a value that its pseudonym is made of, so that spellings of one value have one
/// token (spec/redaction.md, section 6, "norm").
enum NormalForm {
  /// Part of every derived key: another form is another key.
  static let version = "v1"

  /// The normal form of a value: of a kind, or of a field that is none.
  static func bytes(
    of value: Span<UInt8>, kind: Kind?, emailFolding: EmailFolding
  ) -> [UInt8] {
    switch kind {
    case .emailAddress: email(value, emailFolding)
    case .phoneNumber: phone(value)
    case .ipAddress: IPNormalForm.text(value)
    case .none: copy(value)
    case .some(let kind):
      kind.isSecret || kind == .crypto ? copy(value) : plain(value)
    }
  }

  private static func copy(_ value: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for offset in 0..<value.count { bytes.append(value[offset]) }
    return bytes
  }

  private static func email(_ value: Span<UInt8>, _ folding: EmailFolding) -> [UInt8] {
    var bytes = copy(value)
    let at = bytes.lastIndex(of: UInt8(ascii: "@")) ?? 0
    for index in bytes.indices where folding == .case || index > at {
      bytes[index] = bytes[index].lowercased
    }
    return bytes
  }

  /// A `+` and digits; a national number stays as written, since its country is not told.
  private static func phone(_ value: Span<UInt8>) -> [UInt8] {
    guard Boundary.byte(value, 0) == UInt8(ascii: "+") else { return copy(value) }
    var bytes: [UInt8] = [UInt8(ascii: "+")]
    for offset in 0..<value.count where value[offset].isDigit { bytes.append(value[offset]) }
    return bytes
  }

  /// Letters in upper case and digits, without what separates them.
  private static func plain(_ value: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for offset in 0..<value.count where Boundary.isAlphanumeric(value[offset]) {
      let byte = value[offset]
      bytes.append(byte.isLetter ? byte & ~0x20 : byte)
    }
    return bytes
  }
}
