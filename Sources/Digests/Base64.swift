public import Bytes

/// The two spellings of base64 that digests and signatures are written in (RFC 4648;
/// spec/integrity.md, section 2).
///
/// Decoding is strict: one text for one value, so that nothing can be changed without being seen.
public enum Base64: Sendable {
  /// RFC 4648, section 4, with padding: checkpoints, proofs and seals.
  case padded
  /// RFC 4648, section 5, for URLs and without padding: receipts.
  case url

  /// Appends `bytes` encoded.
  public func append(_ bytes: Span<UInt8>, to output: inout Output) {
    var offset = 0
    while offset < bytes.count {
      let count = min(3, bytes.count - offset)
      var group: UInt32 = 0
      for place in 0..<3 {
        group = group << 8 | (place < count ? UInt32(bytes[offset + place]) : 0)
      }
      for place in 0...count {
        output.append(digit(UInt8(truncatingIfNeeded: group >> UInt32(18 - 6 * place)) & 63))
      }
      if self == .padded { for _ in count..<3 { output.append(Self.padding) } }
      offset += 3
    }
  }

  /// Appends what `text` stands for and gives whether it is well-formed: characters of the
  /// alphabet only, the padding that the spelling asks for, unused bits zero.
  ///
  /// Where it is not, `output` may hold a part of it behind what it held before.
  public func decode(_ text: Span<UInt8>, into output: inout Output) -> Bool {
    var end = text.count
    if self == .padded {
      guard end % 4 == 0 else { return false }
      while end > 0, text.count - end < 2, text[end - 1] == Self.padding { end -= 1 }
    }
    guard end % 4 != 1 else { return false }
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for offset in 0..<end {
      guard let value = value(of: text[offset]) else { return false }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> count))
        bits &= 1 << count - 1
      }
    }
    return bits == 0
  }

  /// The bytes that `text` stands for, or nil where it is not well-formed.
  public func decoded(_ text: Span<UInt8>) -> [UInt8]? {
    var output = Output(capacity: max(1, text.count))
    guard decode(text, into: &output) else { return nil }
    return Array(copying: output.bytes)
  }

  /// The text that stands for `bytes`.
  public func encoded(_ bytes: [UInt8]) -> [UInt8] {
    var output = Output(capacity: bytes.count * 4 / 3 + 4)
    append(bytes.span, to: &output)
    return Array(copying: output.bytes)
  }

  private static let padding = UInt8(ascii: "=")

  private func digit(_ value: UInt8) -> UInt8 {
    switch value {
    case 0..<26: UInt8(ascii: "A") + value
    case 26..<52: UInt8(ascii: "a") + (value - 26)
    case 52..<62: .zero + (value - 52)
    case 62: UInt8(ascii: self == .padded ? "+" : "-")
    default: UInt8(ascii: self == .padded ? "/" : "_")
    }
  }

  private func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
    case .zero...(.zero + 9): digit - .zero + 52
    case UInt8(ascii: self == .padded ? "+" : "-"): 62
    case UInt8(ascii: self == .padded ? "/" : "_"): 63
    default: nil
    }
  }
}
