extension ByteScan {
  /// The eight bytes at `offset`, which lie inside the span, as a number: the first one lowest.
  @inlinable @inline(__always)
  public static func littleEndianWord(in bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset <= bytes.count &- 8, "a word lies inside its span")
    return unsafe bytes.withUnsafeBytes { buffer in
      // Safe: the precondition keeps offset ..< offset + 8 inside the span.
      UInt64(littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }
}

extension ByteScan {
  /// The first offset at or after `start` of a byte from 0x80, or `bytes.count`.
  public static func firstNonASCII(in bytes: Span<UInt8>, from start: Int) -> Int {
    let count = bytes.count
    precondition(start >= 0, "a scan starts inside its span")
    return unsafe bytes.withUnsafeBytes { buffer in
      var offset = start
      // Safe: each load reads offset ..< offset + 32, and the condition keeps that below count.
      while offset &+ 32 <= count {
        let first = unsafe buffer.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
        let second = unsafe buffer.loadUnaligned(
          fromByteOffset: offset &+ 16, as: SIMD2<UInt64>.self)
        let both = (first | second) & SIMD2(repeating: 0x8080_8080_8080_8080)
        if both[0] | both[1] != 0 { break }
        offset &+= 32
      }
      while offset < count, unsafe buffer[offset] < 0x80 { offset &+= 1 }
      return offset
    }
  }
}
