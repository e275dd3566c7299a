import Bytes

/// Masks values: letters and digits become one character, what separates them stays.
enum Masking {
  /// How long a masked secret is shown, whatever its length was.
  private static let secretLength = 8

  /// Appends `value` masked.
  static func append(
    _ value: Span<UInt8>, _ shape: MaskShape, kind: Kind?, into output: inout Output
  ) {
    let isSecret = kind?.isSecret ?? false
    let units = count(of: value, shape.character)
    var first = shape.first ?? 0
    let usual = kind == .creditCard && shape.first == nil ? 4 : 0
    var last = shape.last ?? usual
    if first + last > units / 2 {
      first = 0
      last = 0
    }
    var unit = 0
    var offset = 0
    while offset < value.count {
      let length = unitLength(value, offset, shape.character)
      let stays = length == 0 || unit < first || unit >= units - last
      if stays {
        // Inside of what goes, a secret's separators would tell how it is made.
        let isInside = unit >= first && unit < units - last
        if length > 0 || !isSecret || !isInside {
          append(value, offset, max(1, length), into: &output)
        }
      } else if !isSecret {
        output.append(shape.character.span)
      } else if unit == first {
        for _ in 0..<secretLength { output.append(shape.character.span) }
      }
      if length > 0 { unit += 1 }
      offset += max(1, length)
    }
  }

  private static func append(
    _ value: Span<UInt8>, _ offset: Int, _ length: Int, into output: inout Output
  ) {
    output.append(value.extracting(offset..<min(value.count, offset + length)))
  }

  private static func count(of value: Span<UInt8>, _ mask: [UInt8]) -> Int {
    var count = 0
    var offset = 0
    while offset < value.count {
      let length = unitLength(value, offset, mask)
      if length > 0 { count += 1 }
      offset += max(1, length)
    }
    return count
  }

  /// How many bytes the character at an offset has that counts; 0 where it is a separator.
  ///
  /// What a mask left counts as what it stands for, so that masking twice is masking once.
  private static func unitLength(_ value: Span<UInt8>, _ offset: Int, _ mask: [UInt8]) -> Int {
    if offset + mask.count <= value.count,
      ByteScan.equal(value, offset, mask.count, mask.span)
    {
      return mask.count
    }
    let byte = value[offset]
    if byte < 0x80 { return Boundary.isAlphanumeric(byte) ? 1 : 0 }
    var length = 1
    while length < 4, Boundary.byte(value, offset + length) & 0xC0 == 0x80 { length += 1 }
    return length
  }
}
