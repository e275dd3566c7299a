/// Which of 64 bytes of a text are of what class: a bit for each byte, the first one lowest.
///
/// One pass of compares over four vectors of sixteen. Nothing here knows what the classes are for.
public struct TextClasses: Sendable {
  /// Letters, digits and `_` of ASCII.
  public let word: UInt64
  /// Digits.
  public let digit: UInt64
  /// Digits and `-`, `:`, `=`, `@`, `~` and 0xEF, the first byte of full-width forms.
  public let notable: UInt64

  /// The classes of the 64 bytes at `start`; behind the text's end there is nothing of any class.
  @inlinable @inline(__always)
  public init(_ text: Span<UInt8>, at start: Int) {
    if start >= 0, text.count &- start >= 64 {
      self = unsafe text.withUnsafeBytes { buffer in
        // Safe: the condition keeps start ..< start + 64 inside the span.
        unsafe TextClasses(buffer, at: start)
      }
    } else {
      self = Self.last(text, at: start)
    }
  }

  /// The classes of a block that the text ends in.
  @usableFromInline @inline(never)
  static func last(_ text: Span<UInt8>, at start: Int) -> TextClasses {
    precondition(start >= 0 && start <= text.count, "a block begins inside its text")
    let earlier = start &- (text.count &- 64)
    if text.count >= 64, earlier < 64 {
      let classes = TextClasses(text, at: start &- earlier)
      let shift = UInt64(earlier)
      return TextClasses(
        word: classes.word &>> shift, digit: classes.digit &>> shift,
        notable: classes.notable &>> shift)
    }
    var block = InlineArray<64, UInt8>(repeating: 0)
    for offset in start..<text.count { block[offset &- start] = text[offset] }
    // Safe: the block has 64 bytes.
    return unsafe block.span.withUnsafeBytes { unsafe TextClasses($0, at: 0) }
  }

  private init(word: UInt64, digit: UInt64, notable: UInt64) {
    self.word = word
    self.digit = digit
    self.notable = notable
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
    words.0 = LaneMask.bits(Self.letters(first) .| digits.0)
    words.1 = LaneMask.bits(Self.letters(second) .| digits.1)
    words.2 = LaneMask.bits(Self.letters(third) .| digits.2)
    words.3 = LaneMask.bits(Self.letters(fourth) .| digits.3)
    word = words.0 | words.1 &<< 16 | words.2 &<< 32 | words.3 &<< 48
    notable =
      LaneMask.bits(Self.marks(first) .| digits.0)
      | LaneMask.bits(Self.marks(second) .| digits.1) &<< 16
      | LaneMask.bits(Self.marks(third) .| digits.2) &<< 32
      | LaneMask.bits(Self.marks(fourth) .| digits.3) &<< 48
    digit =
      LaneMask.bits(digits.0) | LaneMask.bits(digits.1) &<< 16 | LaneMask.bits(digits.2) &<< 32
      | LaneMask.bits(digits.3) &<< 48
  }

  @usableFromInline @inline(__always)
  static func digits(_ lanes: SIMD16<UInt8>) -> LaneMask.Mask {
    let mask: LaneMask.Mask = (lanes &- SIMD16(repeating: 0x30)) .< SIMD16<UInt8>(repeating: 10)
    return mask
  }

  /// Letters of either case, and `_`.
  @usableFromInline @inline(__always)
  static func letters(_ lanes: SIMD16<UInt8>) -> LaneMask.Mask {
    let folded = (lanes | SIMD16(repeating: 0x20)) &- SIMD16(repeating: 0x61)
    let letters: LaneMask.Mask = folded .< SIMD16<UInt8>(repeating: 26)
    let underscores: LaneMask.Mask = lanes .== SIMD16<UInt8>(repeating: 0x5F)
    return letters .| underscores
  }

  @usableFromInline @inline(__always)
  static func marks(_ lanes: SIMD16<UInt8>) -> LaneMask.Mask {
    let dashes: LaneMask.Mask = lanes .== SIMD16<UInt8>(repeating: 0x2D)
    let colons: LaneMask.Mask = lanes .== SIMD16<UInt8>(repeating: 0x3A)
    let equals: LaneMask.Mask = lanes .== SIMD16<UInt8>(repeating: 0x3D)
    let ats: LaneMask.Mask = lanes .== SIMD16<UInt8>(repeating: 0x40)
    let tildes: LaneMask.Mask = lanes .== SIMD16<UInt8>(repeating: 0x7E)
    let wide: LaneMask.Mask = lanes .== SIMD16<UInt8>(repeating: 0xEF)
    return (dashes .| colons) .| (equals .| ats) .| (tildes .| wide)
  }
}
