/// The plain twins of `ByteScan`: one byte at a time, obviously right, used by the tests only
/// as the other side of a comparison.
extension ByteScan {
  /// The twin of `firstIndex(of:in:from:)`.
  public static func scalarFirstIndex(
    of byte: UInt8, in bytes: Span<UInt8>, from start: Int
  ) -> Int? {
    var offset = start
    while offset < bytes.count {
      if bytes[offset] == byte { return offset }
      offset += 1
    }
    return nil
  }

  /// The twin of `stringStop(in:from:)`: an offset, or `bytes.count`.
  public static func scalarStringStop(in bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == .quote || byte == .backslash || byte < .space || byte >= 0x80 { return offset }
      offset += 1
    }
    return bytes.count
  }

  /// The twin of `firstNonASCII(in:from:)`: an offset, or `bytes.count`.
  public static func scalarFirstNonASCII(in bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < bytes.count, bytes[offset] < 0x80 { offset += 1 }
    return offset
  }

  /// The twin of `WordFinder.firstIndex(in:from:)`: every place, byte by byte.
  public static func scalarFirstIndex(
    ofWord word: Span<UInt8>, ignoringCase: Bool, in bytes: Span<UInt8>, from start: Int
  ) -> Int? {
    var offset = start
    while offset + word.count <= bytes.count {
      var length = 0
      while length < word.count {
        let byte = bytes[offset + length]
        let same =
          ignoringCase
          ? byte.lowercased == word[length].lowercased : byte == word[length]
        if !same { break }
        length += 1
      }
      if length == word.count { return offset }
      offset += 1
    }
    return nil
  }
}
