public import Glibc

/// Finds bytes in a span: SIMD bodies with scalar tails, no allocation.
///
/// Nothing here knows what the bytes mean beyond their values; do not add parsing.
/// Each function has a plain twin in `ByteScan+Scalar.swift` that the tests compare it with.
///
/// All loads are unaligned, sixteen bytes at a time, which every supported machine has
/// (SSE2 on x86-64, NEON on arm64). `LaneMask` makes bits of masks.
public enum ByteScan {
  /// The byte at `offset`, or 0 outside of the span.
  @inlinable @inline(__always)
  public static func byte(_ bytes: Span<UInt8>, _ offset: Int) -> UInt8 {
    // Safe: the comparison, unsigned, lets through neither a negative offset nor one at or behind
    // the count. Walkers ask for every byte this way, and need no second check of their own.
    UInt(bitPattern: offset) < UInt(bitPattern: bytes.count)
      ? unsafe bytes[unchecked: offset] : 0
  }

  /// The first offset at or after `start` whose byte is `byte`, or nil.
  public static func firstIndex(of byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int? {
    let count = bytes.count
    guard start < count else { return nil }
    precondition(start >= 0, "a scan starts inside its span")
    // What is looked for often stands side by side.
    if self.byte(bytes, start) == byte { return start }
    // Safe: start is inside the span, and memchr reads at most count - start bytes from there.
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let hit = unsafe memchr(base + start, Int32(byte), count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }
  }

  /// The first offset at or after `start` whose byte ends a plain run inside a JSON string, or
  /// `bytes.count`: a quote, a backslash, a control character (below 0x20) or any byte from 0x80.
  public static func stringStop(in bytes: Span<UInt8>, from start: Int) -> Int {
    let count = bytes.count
    precondition(start >= 0, "a scan starts inside its span")
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      var offset = start
      guard let address = buffer.baseAddress else { return count }
      let base = unsafe UnsafeRawPointer(address)
      // Safe: each load reads offset ..< offset + 32, and the condition keeps that below count.
      while offset &+ 32 <= count {
        let first = unsafe (base + offset).loadUnaligned(as: SIMD16<UInt8>.self)
        let second = unsafe (base + (offset &+ 16)).loadUnaligned(as: SIMD16<UInt8>.self)
        let firstMask = stopMask(first)
        let secondMask = stopMask(second)
        let stops = LaneMask.bits(firstMask) | LaneMask.bits(secondMask) &<< 16
        if stops != 0 { return offset &+ stops.trailingZeroBitCount }
        offset &+= 32
      }
      while offset < count {
        if isStringStop(unsafe buffer[offset]) { return offset }
        offset &+= 1
      }
      return count
    }
  }

  /// Looks for the same in the sixteen bytes at `start`: where there is none, or there are not
  /// sixteen, it gives the offset up to which all bytes are plain.
  @inlinable @inline(__always)
  public static func nearStringStop(in bytes: Span<UInt8>, from start: Int) -> Int {
    guard start >= 0, bytes.count &- start >= 16 else { return start }
    return unsafe bytes.withUnsafeBytes { buffer in
      // Safe: the guard keeps start ..< start + 16 inside the span.
      let lanes = unsafe buffer.loadUnaligned(fromByteOffset: start, as: SIMD16<UInt8>.self)
      return start &+ LaneMask.firstLane(stopMask(lanes))
    }
  }

  /// Whether a byte ends a plain run inside a JSON string.
  @inlinable @inline(__always)
  static func isStringStop(_ byte: UInt8) -> Bool {
    byte == .quote || byte == .backslash || byte < 0x20 || byte >= 0x80
  }

  /// Marks the lanes that end a plain run: one signed comparison finds both control characters
  /// and bytes from 0x80, which are negative.
  @inlinable @inline(__always)
  static func stopMask(_ lanes: SIMD16<UInt8>) -> LaneMask.Mask {
    let signed = unsafe unsafeBitCast(lanes, to: SIMD16<Int8>.self)
    let quotes: LaneMask.Mask = lanes .== SIMD16<UInt8>(repeating: 0x22)
    let backslashes: LaneMask.Mask = lanes .== SIMD16<UInt8>(repeating: 0x5C)
    let outside: LaneMask.Mask = signed .< SIMD16<Int8>(repeating: 0x20)
    return quotes .| backslashes .| outside
  }

  /// Whether `length` bytes at `start` equal `other`, as bytes.
  @inlinable
  public static func equal(
    _ bytes: Span<UInt8>, _ start: Int, _ length: Int, _ other: Span<UInt8>
  ) -> Bool {
    guard length == other.count else { return false }
    precondition(start >= 0 && start <= bytes.count - length, "a comparison stays in its span")
    // Safe: the precondition keeps start ..< start + length inside bytes, and other has length.
    return unsafe bytes.withUnsafeBufferPointer { left in
      unsafe other.withUnsafeBufferPointer { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return true }
        return unsafe memcmp(left + start, right, length) == 0
      }
    }
  }

  /// Compares two spans byte by byte: negative, zero or positive as `memcmp`, the shorter first
  /// where one is the beginning of the other.
  public static func compare(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    let shared = min(left.count, right.count)
    // Safe: memcmp reads the shorter of both lengths from each.
    let order = unsafe left.withUnsafeBufferPointer { first in
      unsafe right.withUnsafeBufferPointer { second -> Int32 in
        guard let first = first.baseAddress, let second = second.baseAddress else { return 0 }
        return unsafe memcmp(first, second, shared)
      }
    }
    return order == 0 ? left.count - right.count : Int(order)
  }

  /// Whether the bytes of `word` stand at `start`.
  @inlinable
  public static func hasWord(
    _ bytes: Span<UInt8>, at start: Int, _ word: StaticString
  ) -> Bool {
    let length = word.utf8CodeUnitCount
    guard start >= 0, bytes.count - start >= length else { return false }
    // Safe: a static string's bytes live as long as the program, and the guard bounds the rest.
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return length == 0 }
      return unsafe memcmp(base + start, word.utf8Start, length) == 0
    }
  }

  /// Whether all of `bytes` spell `word`, which is in lower case, in any ASCII case.
  public static func hasWord(
    _ bytes: Span<UInt8>, ignoringCaseOf word: StaticString
  ) -> Bool {
    guard bytes.count == word.utf8CodeUnitCount else { return false }
    for offset in 0..<bytes.count
    // Safe: the guard makes both as long as each other.
    where bytes[offset].lowercased != (unsafe word.utf8Start[offset]) { return false }
    return true
  }

  /// Whether all of `bytes` are those of `word`.
  public static func equals(_ bytes: Span<UInt8>, _ word: StaticString) -> Bool {
    bytes.count == word.utf8CodeUnitCount && hasWord(bytes, at: 0, word)
  }

  /// Whether `word` stands anywhere in `bytes`; for small documents.
  public static func contains(_ bytes: Span<UInt8>, _ word: StaticString) -> Bool {
    (0..<bytes.count).contains { hasWord(bytes, at: $0, word) }
  }
}
