#if arch(x86_64) && canImport(_Builtin_intrinsics.intel.sse2)
public import _Builtin_intrinsics.intel.sse2
#endif

/// Turns the mask of a comparison of sixteen bytes into sixteen bits.
///
/// x86-64 has an instruction for that, which the compiler does not find by itself; other machines
/// gather the bits by a multiplication.
public enum LaneMask {
  /// What comparisons of sixteen bytes give.
  public typealias Mask = SIMDMask<SIMD16<Int8>>

  /// A bit for each lane, the first one lowest: set where the lane is.
  @inlinable @inline(__always)
  public static func bits(_ mask: Mask) -> UInt64 {
    #if arch(x86_64) && canImport(_Builtin_intrinsics.intel.sse2)
    // Safe: a mask of sixteen bytes has the size of two 64-bit words.
    let words = unsafe unsafeBitCast(mask, to: SIMD2<Int64>.self)
    return UInt64(truncatingIfNeeded: _mm_movemask_epi8(words))
    #else
    return gatheredBits(mask)
    #endif
  }

  /// The same on any machine: the eight lanes of a word are 0x00 or 0xFF, of which one bit each is
  /// kept and moved into the highest byte by a multiplication.
  @inlinable @inline(__always)
  static func gatheredBits(_ mask: Mask) -> UInt64 {
    // Safe: a mask of sixteen bytes has the size of two 64-bit words.
    let words = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    // A shift binds closer than a product.
    let low = ((words[0].littleEndian & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) &>> 56
    let high = ((words[1].littleEndian & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) &>> 56
    return low | high &<< 8
  }

  /// The number of the first lane that is set, or 16.
  @inlinable @inline(__always)
  public static func firstLane(_ mask: Mask) -> Int {
    #if arch(x86_64) && canImport(_Builtin_intrinsics.intel.sse2)
    return (bits(mask) | 1 &<< 16).trailingZeroBitCount
    #else
    return firstLaneOfWords(mask)
    #endif
  }

  /// The same on any machine.
  @inlinable @inline(__always)
  static func firstLaneOfWords(_ mask: Mask) -> Int {
    // Safe: a mask of sixteen bytes has the size of two 64-bit words; lanes are 0x00 or 0xFF.
    let words = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    let low = words[0].littleEndian
    let high = words[1].littleEndian
    if low | high == 0 { return 16 }
    return low != 0
      ? low.trailingZeroBitCount &>> 3 : 8 &+ high.trailingZeroBitCount &>> 3
  }
}
