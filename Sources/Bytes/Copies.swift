// Copies of spans for what outlives a call: names, ids and texts, never events.

extension [UInt8] {
  /// The bytes of a span.
  public init(copying bytes: Span<UInt8>) {
    self = []
    append(copying: bytes)
  }

  /// Appends a span's bytes.
  public mutating func append(copying bytes: Span<UInt8>) {
    // Safe: the buffer is a view of the span's own bytes for as long as they are copied.
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
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
