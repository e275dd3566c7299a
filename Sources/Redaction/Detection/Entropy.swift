import Bytes

/// How unforeseeable the characters of a token are (Shannon's entropy).
enum Entropy {
  /// n · log2(n) for counts up to 256.
  private static let terms: [Double] = (0...256).map { count in
    count < 2 ? 0 : Double(count) * binaryLogarithm(Double(count))
  }

  /// Bits a byte, 0 to 8, over at most the first 256 bytes.
  static func bits(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Double {
    let length = min(256, end - start)
    guard length > 0 else { return 0 }
    var counts = InlineArray<256, UInt16>(repeating: 0)
    for offset in start..<start + length { counts[Int(text[offset])] += 1 }
    var sum = 0.0
    for index in 0..<256 where counts[index] > 1 { sum += terms[Int(counts[index])] }
    return (terms[length] - sum) / Double(length)
  }

  /// log2 of a number from 1 on: its exponent, and the fraction's bits by squaring.
  private static func binaryLogarithm(_ number: Double) -> Double {
    var result = Double(number.exponent)
    var fraction = number.significand
    var bit = 0.5
    for _ in 0..<40 {
      fraction *= fraction
      if fraction >= 2 {
        fraction /= 2
        result += bit
      }
      bit /= 2
    }
    return result
  }
}
