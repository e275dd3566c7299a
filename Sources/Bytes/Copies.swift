// Copies of spans for what outlives a call: names, ids and texts, never events.

extension [UInt8] {
  /// The bytes of a span.
  public init(copying bytes: Span<UInt8>) {
    self = []
    reserveCapacity(bytes.count)
    for offset in 0..<bytes.count { append(bytes[offset]) }
  }

  /// The bytes as lower-case hexadecimal digits, two for each.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension String {
  /// The text of a span's bytes; what is no UTF-8 becomes U+FFFD.
  public init(copying bytes: Span<UInt8>) {
    self.init(decoding: [UInt8](copying: bytes), as: UTF8.self)
  }
}
