import Bytes

/// Bitcoin's segregated-witness addresses (BIP-173, BIP-350): `bc1`, a version, 2 to 40 bytes in
/// characters of five bits, and six characters of a code over GF(32).
enum Bech32 {
  /// The value of each ASCII character in lower case, or 255.
  private static let values: InlineArray<128, UInt8> = {
    var values = InlineArray<128, UInt8>(repeating: 255)
    var value: UInt8 = 0
    for byte in "qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8 {
      values[Int(byte)] = value
      value += 1
    }
    return values
  }()
  private static let generators: InlineArray<5, UInt32> = [
    0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3,
  ]
  /// The code's remainder of version 0, and that of all others.
  private static let bech32: UInt32 = 1
  private static let bech32m: UInt32 = 0x2bc8_30a3

  /// Whether all of `text`, which begins with `bc1` in any case, is an address.
  static func isAddress(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 14, text.count <= 74 else { return false }
    let version = value(text[3])
    // Programs of version 0 have 20 or 32 bytes, those of others 2 to 40.
    guard version <= 16, version > 0 || text.count == 42 || text.count == 62, isOneCase(text)
    else { return false }
    var sum = prefixSum()
    for offset in 3..<text.count {
      let value = value(text[offset])
      guard value < 32 else { return false }
      sum = step(sum) ^ UInt32(value)
    }
    return sum == (version == 0 ? bech32 : bech32m) && isPadded(text)
  }

  private static func value(_ byte: UInt8) -> UInt8 {
    byte < 128 ? values[Int(byte.lowercased)] : 255
  }

  private static func isOneCase(_ text: Span<UInt8>) -> Bool {
    var hasUpper = false
    var hasLower = false
    for offset in 0..<text.count where text[offset].isLetter {
      if text[offset] == text[offset].lowercased { hasLower = true } else { hasUpper = true }
    }
    return !(hasUpper && hasLower)
  }

  /// The code over `bc`: the high bits of both letters, a zero, and their low bits.
  private static func prefixSum() -> UInt32 {
    let letters: InlineArray<5, UInt32> = [3, 3, 0, 2, 3]
    var sum: UInt32 = 1
    for index in letters.indices { sum = step(sum) ^ letters[index] }
    return sum
  }

  private static func step(_ sum: UInt32) -> UInt32 {
    let top = sum >> 25
    var next = (sum & 0x1ff_ffff) << 5
    for bit in generators.indices where top >> UInt32(bit) & 1 != 0 { next ^= generators[bit] }
    return next
  }

  /// Whether the bits of the program's last character that no byte takes are fewer than five, and
  /// zero.
  private static func isPadded(_ text: Span<UInt8>) -> Bool {
    let unused = (text.count - 10) * 5 % 8
    return unused < 5 && value(text[text.count - 7]) & (1 << UInt8(unused) - 1) == 0
  }
}
