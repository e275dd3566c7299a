import Bytes

/// Checks that bytes are UTF-8 (RFC 3629).
public enum UTF8Check {
  /// The offset of the first sequence that is not well-formed, or nil.
  public static func firstInvalid(in bytes: Span<UInt8>) -> Int? {
    var offset = ByteScan.firstNonASCII(in: bytes, from: 0)
    while offset < bytes.count {
      let length = UTF8Sequence.length(in: bytes, at: offset)
      guard length > 0 else { return offset }
      offset += length
      // Where one stands, others are near.
      if ByteScan.byte(bytes, offset) < 0x80 {
        offset = ByteScan.firstNonASCII(in: bytes, from: offset)
      }
    }
    return nil
  }
}
