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
  /// Those of the 64 bytes at `start`, all of them inside the span, that are `byte`: a bit each.
  public static func places(of byte: UInt8, in bytes: Span<UInt8>, at start: Int) -> UInt64 {
    precondition(start >= 0 && start <= bytes.count &- 64, "a block lies inside its span")
    return unsafe bytes.withUnsafeBytes { buffer in
      let wanted = SIMD16<UInt8>(repeating: byte)
      var places: UInt64 = 0
      for quarter in 0..<4 {
        // Safe: the precondition keeps start ..< start + 64 inside the span.
        let lanes = unsafe buffer.loadUnaligned(
          fromByteOffset: start &+ 16 &* quarter, as: SIMD16<UInt8>.self)
        places |= LaneMask.bits(lanes .== wanted) &<< UInt64(16 &* quarter)
      }
      return places
    }
  }

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
