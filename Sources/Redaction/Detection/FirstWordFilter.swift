import Bytes

/// Says of most words of a text that no entry of a word list begins with them, by their first four
/// bytes and their length.
struct FirstWordFilter: Sendable {
  private static let size = 1 << 18

  private var bits = [UInt64](repeating: 0, count: size / 64)

  /// Notes that an entry begins with a piece.
  mutating func insert(_ text: Span<UInt8>, _ start: Int, _ token: WordToken) {
    let place = Self.place(text, start, token)
    bits[place >> 6] |= 1 << UInt64(place & 63)
  }

  /// Whether an entry may begin with a piece.
  @inline(__always)
  func contains(_ text: Span<UInt8>, _ start: Int, _ token: WordToken) -> Bool {
    let place = Self.place(text, start, token)
    return bits[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  @inline(__always)
  private static func place(_ text: Span<UInt8>, _ start: Int, _ token: WordToken) -> Int {
    let length = token.end - start
    var word: UInt64 = 0
    for offset in start..<start + min(length, 4) {
      word = word << 8 | UInt64(text[offset].lowercased)
    }
    word |= UInt64(min(length, 255)) << 32
    return Int((word &* 0x9E37_79B9_7F4A_7C15) >> 46)
  }
}
