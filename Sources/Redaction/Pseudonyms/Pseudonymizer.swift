import Bytes
import Digests
import EventJSON

/// Makes the tokens that take the place of values: the same one for the same value of a kind, and
/// nobody without the key can tell which (spec/redaction.md, section 6).
///
/// ```
///   EMAIL_ADDRESS_a1_3f9a2c…   kind _ key's name _ 32 hexadecimal digits
/// ```
/// Each kind has a key of its own, derived from the master key, so that equal values of two kinds
/// do not link. Tokens are made on hits only; that they allocate is no matter there.
public struct Pseudonymizer: Sendable {
  private let ring: KeyRing
  /// The identifier of another key whose tokens are written beside, while a rotation lasts.
  private let alsoIdentifier: String?
  private let emailFolding: EmailFolding
  private var derived: [String: KeyedDigest] = [:]

  /// A maker of tokens.
  ///
  /// - Parameters:
  ///   - alsoIdentifier: the name of another key of the ring whose tokens are written beside.
  ///   - emailFolding: which spellings of an address are the same.
  public init(_ ring: KeyRing, also alsoIdentifier: String?, emailFolding: EmailFolding) {
    self.ring = ring
    self.alsoIdentifier = alsoIdentifier
    self.emailFolding = emailFolding
  }

  /// The name of the key of new tokens.
  public var currentIdentifier: String { ring.current.identifier }

  /// Appends the token of a value; with a second key, its token behind a `.`.
  mutating func append(
    _ value: Span<UInt8>, kind: Kind?, name: String, into output: inout Output
  ) {
    let normal = NormalForm.bytes(of: value, kind: kind, emailFolding: emailFolding)
    append(normal, name, ring.current, into: &output)
    guard let alsoIdentifier, let key = ring.keys.first(where: { $0.identifier == alsoIdentifier })
    else { return }
    output.append(.dot)
    append(normal, name, key, into: &output)
  }

  private mutating func append(
    _ normal: [UInt8], _ name: String, _ key: KeyRing.Key, into output: inout Output
  ) {
    output.append(name)
    output.append(UInt8(ascii: "_"))
    output.append(key.identifier)
    output.append(UInt8(ascii: "_"))
    for byte in digest(name, key).code(of: normal).prefix(16) {
      output.append(hexadecimal: byte)
    }
  }

  private mutating func digest(_ name: String, _ key: KeyRing.Key) -> KeyedDigest {
    let place = "\(key.identifier)/\(name)"
    if let known = derived[place] { return known }
    let info = Array("kt-redact/\(NormalForm.version)/\(name)".utf8)
    let made = KeyedDigest(deriving: info, from: key.secret)
    derived[place] = made
    return made
  }

  /// Whether a text is a token of one of the ring's keys, or two as while a rotation lasts: it
  /// needs no other one.
  func isToken(_ text: Span<UInt8>) -> Bool {
    guard let dot = ByteScan.firstIndex(of: .dot, in: text, from: 0) else {
      return isOneToken(text)
    }
    return isOneToken(text.extracting(0..<dot))
      && isOneToken(text.extracting((dot + 1)..<text.count))
  }

  private func isOneToken(_ text: Span<UInt8>) -> Bool {
    let digits = text.count - 32
    for key in ring.keys {
      let identifier = Array(key.identifier.utf8)
      let start = digits - identifier.count - 2
      guard start > 0, text[start] == UInt8(ascii: "_"), text[digits - 1] == UInt8(ascii: "_"),
        ByteScan.equal(text, start + 1, identifier.count, identifier.span),
        Self.isHexadecimal(text, from: digits), Self.isName(text, upTo: start)
      else { continue }
      return true
    }
    return false
  }

  private static func isHexadecimal(_ text: Span<UInt8>, from start: Int) -> Bool {
    for offset in start..<text.count
    where !(text[offset].isDigit || text[offset] &- 0x61 < 6) { return false }
    return true
  }

  private static func isName(_ text: Span<UInt8>, upTo end: Int) -> Bool {
    for offset in 0..<end {
      let byte = text[offset]
      guard byte &- 0x41 < 26 || byte.isDigit || byte == UInt8(ascii: "_") else { return false }
    }
    return true
  }
}
