import Bytes
import Digests

/// The four bytes that tell the keys of a name apart (C2SP signed-note).
public struct KeyIdentifier: Hashable, Sendable {
  /// The identifier, its first byte highest.
  public let value: UInt32

  /// The identifier of a key: the beginning of `H(name || 0A || material)`, where the material is
  /// the byte of the algorithm and the public key.
  init(of name: KeyName, _ material: [UInt8]) {
    let bytes = name.bytes + [.newline] + material
    self.init(beginning: Digest256(of: bytes.span))
  }

  /// The first four bytes of a digest.
  init(beginning digest: Digest256) {
    value = digest.bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The identifier in the first four bytes of a signature.
  init(bytes: ArraySlice<UInt8>) {
    value = bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The identifier of eight hexadecimal digits; nil for anything else.
  init?(hexadecimal digits: ArraySlice<UInt8>) {
    guard digits.count == 8 else { return nil }
    var value: UInt32 = 0
    for digit in digits {
      guard let digit = digit.hexadecimalValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    self.value = value
  }

  /// The four bytes.
  var bytes: [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
  }

  /// Eight lower-case hexadecimal digits.
  public var hexadecimal: String { bytes.hexadecimal }
}
