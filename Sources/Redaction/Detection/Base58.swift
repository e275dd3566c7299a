import Bytes
import Digests

/// Base58Check (Bitcoin's addresses of its first two kinds): a version, 20 bytes and four bytes of
/// a double SHA-256, as digits of base 58 without `0`, `O`, `I` and `l`.
enum Base58 {
  /// The value of each ASCII character, or 255.
  private static let values: InlineArray<128, UInt8> = {
    var values = InlineArray<128, UInt8>(repeating: 255)
    var value: UInt8 = 0
    for byte in "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8 {
      values[Int(byte)] = value
      value += 1
    }
    return values
  }()

  /// The version of the address that all of `text` is, or nil; `text` has at most 35 characters,
  /// so that its number has at most 206 bits.
  static func version(of text: Span<UInt8>) -> UInt8? {
    guard text.count <= 35, let number = number(text) else { return nil }
    var payload = InlineArray<25, UInt8>(repeating: 0)
    guard number[3] < 256 else { return nil }
    for index in 0..<25 {
      let place = 24 - index
      payload[index] = UInt8(truncatingIfNeeded: number[place >> 3] >> UInt64(8 * (place & 7)))
    }
    guard leadingZeros(payload) == leadingOnes(text), isChecked(payload) else { return nil }
    return payload[0]
  }

  /// The number that the digits are, 64 bits a word, the lowest first: ten digits at a time, which
  /// a word has room for.
  private static func number(_ text: Span<UInt8>) -> InlineArray<4, UInt64>? {
    var number = InlineArray<4, UInt64>(repeating: 0)
    var digits: UInt64 = 0
    var scale: UInt64 = 1
    for offset in 0..<text.count {
      let value = text[offset] < 128 ? values[Int(text[offset])] : 255
      guard value < 58 else { return nil }
      digits = digits * 58 + UInt64(value)
      scale *= 58
      guard offset % 10 == 9 || offset == text.count - 1 else { continue }
      append(digits, scale, to: &number)
      digits = 0
      scale = 1
    }
    return number
  }

  private static func append(
    _ digits: UInt64, _ scale: UInt64, to number: inout InlineArray<4, UInt64>
  ) {
    var carry = digits
    for word in 0..<4 {
      let (high, low) = number[word].multipliedFullWidth(by: scale)
      let (sum, isOver) = low.addingReportingOverflow(carry)
      number[word] = sum
      // The high word of a product is less than the greatest word: one more has room.
      carry = high + (isOver ? 1 : 0)
    }
  }

  /// Each leading zero byte is a leading `1`, neither more nor less.
  private static func leadingZeros(_ payload: InlineArray<25, UInt8>) -> Int {
    var count = 0
    while count < 25, payload[count] == 0 { count += 1 }
    return count
  }

  private static func leadingOnes(_ text: Span<UInt8>) -> Int {
    var count = 0
    while count < text.count, text[count] == UInt8(ascii: "1") { count += 1 }
    return count
  }

  private static func isChecked(_ payload: InlineArray<25, UInt8>) -> Bool {
    let first = digest(payload.span.extracting(0..<21))
    let second = digest(first.span)
    for index in 0..<4 where second[index] != payload[21 + index] { return false }
    return true
  }

  private static func digest(_ bytes: Span<UInt8>) -> [UInt8] {
    var digest = StreamDigest()
    digest.update(bytes)
    return digest.finalize()
  }
}
