import Bytes
import Digests

/// One signature line of a note: `— name base64(identifier || signature)` (C2SP signed-note).
public struct NoteSignature: Hashable, Sendable {
  /// The name of the key.
  public let name: KeyName
  /// What tells the keys of the name apart.
  public let identifier: KeyIdentifier
  /// The signature's bytes, as the key's algorithm has them; at least one.
  public let bytes: [UInt8]

  init(by key: VerifierKey, _ bytes: [UInt8]) {
    name = key.name
    identifier = key.identifier
    self.bytes = bytes
  }

  /// The signature of a line without its newline; nil for any other line.
  init?(line: ArraySlice<UInt8>) {
    guard line.starts(with: Self.mark) else { return nil }
    let parts = line.dropFirst(Self.mark.count).split(
      separator: .space, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let name = KeyName(Array(parts[0])) else { return nil }
    let digits = Array(parts[1])
    guard let bytes = Base64.padded.decoded(digits.span), bytes.count > 4 else { return nil }
    self.name = name
    identifier = KeyIdentifier(bytes: bytes[...])
    self.bytes = Array(bytes.dropFirst(4))
  }

  /// The line, its newline included.
  var line: [UInt8] {
    Self.mark + name.bytes + [.space] + Base64.padded.encoded(identifier.bytes + bytes)
      + [.newline]
  }

  /// Whether a key's name and identifier are those of the line.
  func isNamed(after key: VerifierKey) -> Bool {
    name == key.name && identifier == key.identifier
  }

  // An em dash (U+2014) and a space.
  private static let mark: [UInt8] = [0xE2, 0x80, 0x94, 0x20]
}
