/// Which of 64 bytes of a text are of what class: a bit for each byte, the first one lowest.
///
/// One pass of compares over four vectors of sixteen; masks are gathered by a multiplication, as
/// every supported machine has one. Nothing here knows what the classes are for.
public struct TextClasses: Sendable {
  /// Letters, digits and `_` of ASCII.
  public let word: UInt64
  /// Digits; only where `notable` is not 0.
  public let digit: UInt64
  /// Digits and `-`, `:`, `=`, `@`, `~` and 0xEF, the first byte of full-width forms.
  public let notable: UInt64

  /// The classes of the 64 bytes at `start`; behind the text's end there is nothing of any class.
  @inlinable
  public init(_ text: Span<UInt8>, at start: Int) {
    precondition(start >= 0 && start <= text.count, "a block begins inside its text")
    if text.count &- start >= 64 {
      self = unsafe text.withUnsafeBytes { buffer in
        // Safe: the condition keeps start ..< start + 64 inside the span.
        unsafe TextClasses(buffer, at: start)
      }
    } else {
      var block = InlineArray<64, UInt8>(repeating: 0)
      for offset in start..<text.count { block[offset &- start] = text[offset] }
      self = unsafe block.span.withUnsafeBytes { unsafe TextClasses($0, at: 0) }
    }
  }

  /// Reads 64 bytes at `start` of a buffer that has them.
  @usableFromInline @inline(__always)
  @unsafe
  init(_ buffer: UnsafeRawBufferPointer, at start: Int) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    // Safe: callers have made sure of 64 bytes.
    let first = unsafe buffer.loadUnaligned(fromByteOffset: start, as: SIMD16<UInt8>.self)
    let second = unsafe buffer.loadUnaligned(
      fromByteOffset: start &+ 16, as: SIMD16<UInt8>.self)
    let third = unsafe buffer.loadUnaligned(
      fromByteOffset: start &+ 32, as: SIMD16<UInt8>.self)
    let fourth = unsafe buffer.loadUnaligned(
      fromByteOffset: start &+ 48, as: SIMD16<UInt8>.self)
    let digits = (
      Self.digits(first), Self.digits(second), Self.digits(third), Self.digits(fourth)
    )
    words.0 = Self.bits(Self.letters(first) .| digits.0)
    words.1 = Self.bits(Self.letters(second) .| digits.1)
    words.2 = Self.bits(Self.letters(third) .| digits.2)
    words.3 = Self.bits(Self.letters(fourth) .| digits.3)
    word = words.0 | words.1 &<< 16 | words.2 &<< 32 | words.3 &<< 48
    let notables = (
      Self.marks(first) .| digits.0, Self.marks(second) .| digits.1,
      Self.marks(third) .| digits.2, Self.marks(fourth) .| digits.3
    )
    if Self.isEmpty(notables.0 .| notables.1 .| notables.2 .| notables.3) {
      digit = 0
      notable = 0
    } else {
      digit =
        Self.bits(digits.0) | Self.bits(digits.1) &<< 16 | Self.bits(digits.2) &<< 32
        | Self.bits(digits.3) &<< 48
      notable =
        Self.bits(notables.0) | Self.bits(notables.1) &<< 16 | Self.bits(notables.2) &<< 32
        | Self.bits(notables.3) &<< 48
    }
  }

  @usableFromInline
  typealias Mask = SIMDMask<SIMD16<Int8>>

  @usableFromInline @inline(__always)
  static func digits(_ lanes: SIMD16<UInt8>) -> Mask {
    let mask: Mask = (lanes &- SIMD16(repeating: 0x30)) .< SIMD16<UInt8>(repeating: 10)
    return mask
  }

  /// Letters of either case, and `_`.
  @usableFromInline @inline(__always)
  static func letters(_ lanes: SIMD16<UInt8>) -> Mask {
    let folded = (lanes | SIMD16(repeating: 0x20)) &- SIMD16(repeating: 0x61)
    let letters: Mask = folded .< SIMD16<UInt8>(repeating: 26)
    let underscores: Mask = lanes .== SIMD16<UInt8>(repeating: 0x5F)
    return letters .| underscores
  }

  @usableFromInline @inline(__always)
  static func marks(_ lanes: SIMD16<UInt8>) -> Mask {
    let dashes: Mask = lanes .== SIMD16<UInt8>(repeating: 0x2D)
    let colons: Mask = lanes .== SIMD16<UInt8>(repeating: 0x3A)
    let equals: Mask = lanes .== SIMD16<UInt8>(repeating: 0x3D)
    let ats: Mask = lanes .== SIMD16<UInt8>(repeating: 0x40)
    let tildes: Mask = lanes .== SIMD16<UInt8>(repeating: 0x7E)
    let wide: Mask = lanes .== SIMD16<UInt8>(repeating: 0xEF)
    return (dashes .| colons) .| (equals .| ats) .| (tildes .| wide)
  }

  @usableFromInline @inline(__always)
  static func isEmpty(_ mask: Mask) -> Bool {
    // Safe: a mask of sixteen bytes has the size of two 64-bit words.
    let words = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    return words[0] | words[1] == 0
  }

  /// A bit for each lane: the eight lanes of a word are 0x00 or 0xFF, of which one bit each is
  /// kept and moved into the highest byte by a multiplication.
  @usableFromInline @inline(__always)
  static func bits(_ mask: Mask) -> UInt64 {
    // Safe: a mask of sixteen bytes has the size of two 64-bit words.
    let words = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    // A shift binds closer than a product.
    let low = ((words[0].littleEndian & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) &>> 56
    let high = ((words[1].littleEndian & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) &>> 56
    return low | high &<< 8
  }
}
