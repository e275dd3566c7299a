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
