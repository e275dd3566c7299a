extension Output {
  /// Appends the bytes of a span from `start` up to the first `byte`, whose offset it gives, or all
  /// of them, and nil.
  ///
  /// One pass that copies and compares 32 or sixteen bytes at a time: between two escapes of a string
  /// there are few more, which a search and a copy would each be called for.
  public mutating func append(
    _ bytes: Span<UInt8>, from start: Int, upTo byte: UInt8
  ) -> Int? {
    precondition(start >= 0 && start <= bytes.count, "a part begins inside its span")
    var found: Int?
    // Safe: each load reads at most offset ..< offset + 32, and each store writes as many behind
    // offset - start; the conditions keep both within the span's rest, for which there is room.
    unsafe appendInPlace(atMost: bytes.count - start) { room in
      unsafe bytes.withUnsafeBytes { buffer in
        guard let target = UnsafeMutableRawPointer(room.baseAddress) else { return 0 }
        var offset = start
        let wanted = SIMD16<UInt8>(repeating: byte)
        while offset &+ 32 <= buffer.count {
          let first = unsafe buffer.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
          let second = unsafe buffer.loadUnaligned(
            fromByteOffset: offset &+ 16, as: SIMD16<UInt8>.self)
          unsafe target.storeBytes(of: first, toByteOffset: offset &- start, as: SIMD16<UInt8>.self)
          unsafe target.storeBytes(
            of: second, toByteOffset: offset &- start &+ 16, as: SIMD16<UInt8>.self)
          let fits = LaneMask.bits(first .== wanted) | LaneMask.bits(second .== wanted) &<< 16
          if fits != 0 {
            offset &+= fits.trailingZeroBitCount
            found = offset
            return offset &- start
          }
          offset &+= 32
        }
        while offset &+ 16 <= buffer.count {
          let lanes = unsafe buffer.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
          unsafe target.storeBytes(of: lanes, toByteOffset: offset &- start, as: SIMD16<UInt8>.self)
          let fits = LaneMask.bits(lanes .== wanted)
          if fits != 0 {
            offset &+= fits.trailingZeroBitCount
            found = offset
            return offset &- start
          }
          offset &+= 16
        }
        while offset < buffer.count {
          let next = unsafe buffer[offset]
          if next == byte {
            found = offset
            break
          }
          unsafe target.storeBytes(of: next, toByteOffset: offset &- start, as: UInt8.self)
          offset &+= 1
        }
        return offset &- start
      }
    }
    return found
  }
}
