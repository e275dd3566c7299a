import Bytes

/// Folds what only looks like ASCII (spec/redaction.md, section 1, "Folding"): full-width digits,
/// dashes and spaces of other code points become the plain ones, and zero-width ones go.
enum TextFolding {
  /// Appends `text` folded to `output`, which is empty, with a table of what stands where.
  static func fold(
    _ text: Span<UInt8>, into output: inout Output, _ offsets: inout OffsetTable
  ) {
    offsets.begin(at: 0)
    var start = 0
    var offset = ByteScan.firstNonASCII(in: text, from: 0)
    while offset < text.count {
      if let (length, folded) = folding(text, offset) {
        output.append(text.extracting(start..<offset))
        let before = output.count
        if let folded { output.append(folded) }
        offsets.add(decoded: (before, output.count), raw: (offset, offset + length))
        start = offset + length
        offset = ByteScan.firstNonASCII(in: text, from: start)
      } else {
        offset = ByteScan.firstNonASCII(in: text, from: offset + 1)
      }
    }
    output.append(text.extracting(start..<text.count))
  }

  /// How many bytes at an offset fold to which byte, or to none.
  private static func folding(
    _ text: Span<UInt8>, _ offset: Int
  ) -> (length: Int, folded: UInt8?)? {
    let second = ByteScan.byte(text, offset + 1)
    let third = ByteScan.byte(text, offset + 2)
    switch (text[offset], second, third) {
    case (0xC2, 0xA0, _): return (2, .space)  // U+00A0
    case (0xE2, 0x80, 0x89), (0xE2, 0x80, 0xAF): return (3, .space)  // U+2009, U+202F
    case (0xE2, 0x80, 0x90...0x95): return (3, .minus)  // U+2010 to U+2015
    case (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF):
      return (3, nil)  // U+200B to U+200D, U+2060, U+FEFF
    case (0xEF, 0xBC, 0x8D): return (3, .minus)  // U+FF0D, the dash of full-width digits
    case (0xE3, 0x80, 0x80): return (3, .space)  // U+3000, their space
    case (0xEF, 0xBC, 0x90...0x99): return (3, third &- 0x90 &+ .zero)  // U+FF10 to U+FF19
    default: return nil
    }
  }
}
